package org.aeoreach.enquiry.clock;

/** In how many working minutes something is to be done, and how many before the end one is warned. */
record Target(int minutes, int warnMinutes) {}
