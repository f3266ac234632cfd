/**
 * Files of lists: CSV and spreadsheets.
 *
 * <p>A file is written row by row to a nameless temporary file and handed out when it is whole, so that a slow reader
 * holds no transaction and a fault leaves no half file. Text stays text: what a spreadsheet would take for a formula is
 * defused. It must not know where rows come from.
 */
@NullMarked
package org.aeoreach.web.list.export;

import org.jspecify.annotations.NullMarked;
