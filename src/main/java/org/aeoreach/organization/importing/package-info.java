/**
 * The import of customs houses from a file: what a file looks like, how a row becomes a house, and the job that does it.
 *
 * <p>Each row is taken in a transaction of its own through {@link org.aeoreach.organization.Units}, so an import never
 * does what its starter could not do by hand. A row in error holds up no other.
 */
@NullMarked
package org.aeoreach.organization.importing;

import org.jspecify.annotations.NullMarked;
