/**
 * Who stands in for an absent officer in one of his roles, from a day to a day.
 *
 * <p>An arrangement lends one role of one unit, is told to the substitute by mail, and can be ended at once. Acting in
 * the lent role is chosen like one's own; what is done then is recorded under both names.
 */
@NullMarked
package org.aeoreach.organization.substitution;

import org.jspecify.annotations.NullMarked;
