/**
 * Units, the people in them, the roles they hold and who stands in for whom.
 *
 * <p>Units are dated: renamed, closed or merged from a day, never deleted. Roles are held in a unit from a day to a
 * day, and a substitute acts in the role of an absent officer. This room must not know how people sign in, nor any
 * enterprise.
 */
@NullMarked
package org.aeoreach.organization;

import org.jspecify.annotations.NullMarked;
