/**
 * What pickers offer of units and enterprises.
 *
 * <p>It answers the interfaces of {@code web.picker} from the tables of units and enterprises. Units are reference data
 * that everybody may read; which enterprises there are, row-level security decides. It changes nothing.
 */
@NullMarked
package org.aeoreach.organization.choice;

import org.jspecify.annotations.NullMarked;
