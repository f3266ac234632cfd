/**
 * The people of the units and the roles they hold there, from a day to a day.
 *
 * <p>Whose home is in the viewer's unit or below is seen with his roles; roles are granted and ended within that range.
 * Other rooms get people as records and ids. This package must not know how people sign in.
 */
@NullMarked
package org.aeoreach.organization.people;

import org.jspecify.annotations.NullMarked;
