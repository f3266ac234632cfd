/**
 * Follow-up tasks: what was promised in a contact, by whom and by when.
 *
 * <p>A task belongs to its owner in a unit: the unit and those above it see it, and who stands in for the owner sees and
 * does it. It is done or dropped with a word on the outcome, moved or handed over, never deleted. It waits on the first
 * page of its owner and is in his letter of the day. This package must not know what a touchpoint is beyond its number.
 */
@NullMarked
package org.aeoreach.outreach.task;

import org.jspecify.annotations.NullMarked;
