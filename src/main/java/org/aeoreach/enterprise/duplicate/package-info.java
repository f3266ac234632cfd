/**
 * Enterprises that stand in the registry twice.
 *
 * <p>Pairs are suspected by a scan of a unit, which compares names without their marks and legal forms, or named by an
 * officer; a pair that is two enterprises is dismissed and stays so. Merging moves everything that belongs to one to the
 * other in one transaction, whatever table it is in: the list of tables comes from the database's catalogue. The one
 * merged stays as a pointer, and a merger can be taken back whole. This package must not know what those tables mean.
 */
@NullMarked
package org.aeoreach.enterprise.duplicate;

import org.jspecify.annotations.NullMarked;
