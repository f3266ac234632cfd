/**
 * What pickers offer of units.
 *
 * <p>It answers the interface of {@code web.picker} from the tables of units, which are reference data that everybody
 * may read: those open today, found by code and by names present and past. It changes nothing, and knows no enterprise.
 */
@NullMarked
package org.aeoreach.organization.choice;

import org.jspecify.annotations.NullMarked;
