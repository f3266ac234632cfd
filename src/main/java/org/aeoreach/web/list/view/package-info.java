/**
 * Saved views: a name for the filters, sort and columns of a list.
 *
 * <p>A view belongs to a person; shared, everybody of the unit it was made in and of the units below reads it. Only its
 * owner changes it. Each person may make one view of each list the one the list begins with. It knows lists by their
 * keys only.
 */
@NullMarked
package org.aeoreach.web.list.view;

import org.jspecify.annotations.NullMarked;
