/**
 * Training: what is taught, who teaches it and where, sessions and who comes to them.
 *
 * <p>Here is only what all of its parts speak of: whom training is for and in which languages. Courses and trainers,
 * bases and bookings, sessions and registrations have packages of their own, by noun. The room writes contacts into the
 * ledger and reads what campaigns ask for; it must not know what is learnt from what enterprises say in sessions.
 */
@NullMarked
package org.aeoreach.training;

import org.jspecify.annotations.NullMarked;
