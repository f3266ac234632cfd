/**
 * Cells: the typed values a list shows.
 *
 * <p>Each way out (page, CSV, spreadsheet) shows a cell as suits it; none of them knows where the value comes from.
 */
@NullMarked
package org.aeoreach.web.list.cell;

import org.jspecify.annotations.NullMarked;
