/**
 * The registry brought in from a file, and taken out again.
 *
 * <p>The steps from the file to the undoing are those of {@link org.aeoreach.importing}; here is what they do with
 * enterprises: rows are read and checked here, copied by the ten thousand into a temporary table, and taken over by a few
 * statements under the row-level security of who imports. What an enterprise was before is kept with the import, which
 * can be undone as a whole; what somebody changed since stays and is told. This room tells nothing of enterprises outside
 * the range of who imports, but that a code is registered elsewhere.
 */
@NullMarked
package org.aeoreach.enterprise.importing;

import org.jspecify.annotations.NullMarked;
