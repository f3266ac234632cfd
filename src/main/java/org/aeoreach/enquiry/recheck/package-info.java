/**
 * Whether answers are still right: each that rests on a document which has changed since, was repealed or archived is
 * listed, with the difference, until somebody of the unit that gave it says so.
 *
 * <p>A tick looks for them in the database. {@link org.aeoreach.enquiry.recheck.Rechecks} records that an answer is still
 * right, or writes the one that takes its place and tells all who had got it.
 */
@NullMarked
package org.aeoreach.enquiry.recheck;

import org.jspecify.annotations.NullMarked;
