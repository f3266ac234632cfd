/**
 * Who was at a session: the list with those who were there, those who were not and those who came unannounced, sheets to
 * sign, how long somebody must have been there for it to count, and closing it.
 *
 * <p>Closing has the contacts written into the ledger by a job, one for each enterprise of somebody who was there, wherever
 * it is registered, and is repeatable: after it was opened again and closed, or somebody's enterprise was said, the ledger
 * says what is right then. Attendance itself is written at the
 * door or from lists of participants, which this package must not know.
 */
@NullMarked
package org.aeoreach.training.attendance;

import org.jspecify.annotations.NullMarked;
