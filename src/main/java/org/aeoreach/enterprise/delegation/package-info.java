/**
 * Rights an enterprise lends to a representative, such as a customs broker or a consultant: a subset, never that of
 * administering, from a day to a day, for at most two years.
 *
 * <p>The offer goes to a mail address; who holds it accepts with the account he has or with a new one, and then
 * chooses the enterprise among his acting roles. It ends at once when either side or the house ends it, when its last
 * day is over, or when the enterprise, the representative or his own enterprise is suspended.
 */
@NullMarked
package org.aeoreach.enterprise.delegation;

import org.jspecify.annotations.NullMarked;
