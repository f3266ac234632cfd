/**
 * Cells of a file read into values: what a column can hold, what it is likely to hold by its heading, days and words as
 * people write them, and why a row is refused.
 *
 * <p>A value is either understood or {@link org.aeoreach.importing.cell.Refused refused} with a reason that has words in
 * both languages; nothing is guessed and nothing is cut off. This package must not know where the values go.
 */
@NullMarked
package org.aeoreach.importing.cell;

import org.jspecify.annotations.NullMarked;
