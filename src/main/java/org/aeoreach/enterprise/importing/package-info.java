/**
 * The registry brought in from a file, and taken out again.
 *
 * <p>{@link org.aeoreach.enterprise.importing.Imports} takes a file in steps: which column holds what, a preview of what
 * would become of it, then a job. The job does everything in one transaction, so that an import either happened or left
 * nothing: rows are read and checked here, copied by the ten thousand into a temporary table, and taken over by a few
 * statements under the row-level security of who imports. What an enterprise was before is kept with the import, which
 * can be undone as a whole; what somebody changed since stays and is told. This room tells nothing of enterprises outside
 * the range of who imports, but that a code is registered elsewhere.
 */
@NullMarked
package org.aeoreach.enterprise.importing;

import org.jspecify.annotations.NullMarked;
