/**
 * The clocks of enquiries: how much working time a level and all levels together may take.
 *
 * <p>{@link org.aeoreach.enquiry.clock.Clocks} is the only place where they are set going, stopped and reckoned; whoever
 * changes the status of an enquiry does it through it. Times are targets an administration sets for itself, dated data
 * from the nearest unit; those there are at the beginning are settings and no rule. A look every few seconds warns before a
 * clock runs out and tells the head of the unit when it has. It knows nothing of answers and pages.
 */
@NullMarked
package org.aeoreach.enquiry.clock;

import org.jspecify.annotations.NullMarked;
