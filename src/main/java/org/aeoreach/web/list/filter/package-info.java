/**
 * Filters: what a list can be narrowed by, and the SQL that asks for it.
 *
 * <p>A filter reads what was typed, refuses what it cannot read with a message beside its field, and binds the rest as
 * values. It must not know how it is drawn.
 */
@NullMarked
package org.aeoreach.web.list.filter;

import org.jspecify.annotations.NullMarked;
