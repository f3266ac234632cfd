/**
 * The door of a session: tickets with a code, checking people in and out on a phone, with and without network, letting in
 * who waits and who comes unannounced, and taking back what was wrong.
 *
 * <p>Owns the page of the door, what devices keep of it and send, and the page of a ticket. Who is there is written by
 * functions of the database, which answer what a device sends again as they did the first time. What becomes of attendance
 * afterwards is the business of {@code training.attendance}; this package must not know it.
 */
@NullMarked
package org.aeoreach.training.checkin;

import org.jspecify.annotations.NullMarked;
