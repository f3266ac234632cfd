/**
 * What an administration sets for its enquiries: in how much working time a level is to be done, which authority an answer
 * on a topic needs, and what the statuses are called.
 *
 * <p>All of it is dated data and nothing is changed afterwards: of two entries for the same day the later counts. What came
 * with the system is a starting value, not a rule, and is shown as one. Names of statuses are a unit's and those below it.
 */
@NullMarked
package org.aeoreach.enquiry.target;

import org.jspecify.annotations.NullMarked;
