/**
 * Enterprises that stand in the registry twice.
 *
 * <p>Whoever enters one is shown those of its district with nearly the same name ({@code likeness} says what that is).
 * Pairs are suspected by a scan, by night of the whole registry, or named by an officer; a pair that is two enterprises
 * is dismissed and stays so. Merging moves everything that belongs to one to the
 * other in one transaction, whatever table it is in: the list of tables comes from the database's catalogue. The one
 * merged stays as a pointer, and a merger can be taken back whole. This package must not know what those tables mean.
 */
@NullMarked
package org.aeoreach.enterprise.duplicate;

import org.jspecify.annotations.NullMarked;
