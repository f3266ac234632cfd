/**
 * Reminding who is in some days before a session, and giving them the materials of its course before and after.
 *
 * <p>Owns which reminders a session has and who was sent which; reads the materials of courses for those who come. Taking a
 * reminder and keeping its letter commit together, so nobody is reminded twice, whichever node does it. This package must
 * not know how seats are given.
 */
@NullMarked
package org.aeoreach.training.reminder;

import org.jspecify.annotations.NullMarked;
