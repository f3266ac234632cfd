/**
 * Tables of data brought in from a file, and taken out again, whatever they are about.
 *
 * <p>{@link org.aeoreach.importing.Imports} takes a file in steps: which column holds what, a preview of what would
 * become of it, then a job; and the undoing of the whole. A room that has something to import brings an {@link
 * org.aeoreach.importing.ImportKind} with a table of imports and one of their rows, a {@link
 * org.aeoreach.importing.RunImport}, an {@link org.aeoreach.importing.UndoImport}, and two classes of routes that get
 * all they share from {@link org.aeoreach.importing.ImportDesk} and {@link org.aeoreach.importing.ImportApi}. The job does everything in one transaction, so that an import
 * either happened or left nothing, and runs as often as it has to. This room must not know what the rows mean.
 */
@NullMarked
package org.aeoreach.importing;

import org.jspecify.annotations.NullMarked;
