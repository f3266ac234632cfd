/**
 * Passing an enquiry on: up a level with a reason and the answer proposed, back down with guidance or with the answer
 * agreed, or over to another unit that is to answer it.
 *
 * <p>{@link org.aeoreach.enquiry.passing.Passes} does it for whoever has the turn; the asker is told at once when a level
 * above looks at his question. {@link org.aeoreach.enquiry.passing.Steps} tells the way an enquiry took,
 * {@link org.aeoreach.enquiry.passing.Authorities} whether a level may answer on a topic. Notes and claims never travel.
 */
@NullMarked
package org.aeoreach.enquiry.passing;

import org.jspecify.annotations.NullMarked;
