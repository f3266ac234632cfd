/**
 * The ledger of contacts: who met which enterprises and partner organisations, when, by which channel, what was said and
 * agreed.
 *
 * <p>It owns the touchpoint with its parties, officers, persons, subjects and files. What was said belongs to the unit of
 * its author and is seen by others only when it is shared; that there was a contact is seen by the unit of each party.
 * Nothing is deleted: {@code outreach.correction} keeps what stood before and withdraws with a reason, unless {@link
 * org.aeoreach.outreach.ReliesOnTouchpoint something relies on it}. Other rooms write touchpoints through {@link
 * org.aeoreach.outreach.Touchpoints} and must not be known here.
 */
@NullMarked
package org.aeoreach.outreach;

import org.jspecify.annotations.NullMarked;
