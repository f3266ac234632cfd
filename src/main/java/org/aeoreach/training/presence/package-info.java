/**
 * Who was at an online session, by the list of participants a conferencing tool gives out: read from a file, several rows of
 * one person put together, registrations found by address and, to be confirmed, by name.
 *
 * <p>Owns the list until it was decided who everybody is; what then is attendance is written by a function of the database
 * and no business of this package.
 */
@NullMarked
package org.aeoreach.training.presence;

import org.jspecify.annotations.NullMarked;
