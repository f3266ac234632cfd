/**
 * Who looks after which enterprise: its coordinator and his team, dated, and the work list of each officer.
 *
 * <p>An enterprise has at most one coordinator, who holds a role in its unit or one above; the database keeps {@code
 * enterprise.coordinator_id} equal to the coordination in force and computes the day of the next contact by the cadence
 * of the tier. Whose coordinator has lost his role is left behind, which units are told of until somebody takes over.
 * It offers {@code /desk/portfolio}, {@code /desk/coordinations} and {@code /desk/coordinators}. What else is open for an
 * enterprise comes from rooms above by {@link org.aeoreach.enterprise.portfolio.OpenWork}; it must not know them.
 */
@NullMarked
package org.aeoreach.enterprise.portfolio;

import org.jspecify.annotations.NullMarked;
