/**
 * Tables people bring as files, read row by row: CSV in UTF-8, UTF-16 or GB18030, separated by comma, semicolon or tab,
 * and the sheets of an XLSX workbook.
 *
 * <p>{@link org.aeoreach.importing.table.TableFile#look} reads a file once to the end and refuses what is no
 * whole table before anything is done with it; {@link org.aeoreach.importing.table.TableFile#open} reads it
 * again, in memory that does not grow with the number of rows. Nothing of a workbook is computed, no entity of its XML
 * resolved, and what unpacks to far more than it weighs is refused. This room must not know what the columns mean.
 */
@NullMarked
package org.aeoreach.importing.table;

import org.jspecify.annotations.NullMarked;
