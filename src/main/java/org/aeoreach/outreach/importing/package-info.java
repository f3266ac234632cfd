/**
 * Past contacts brought into the ledger from a file, and taken out again.
 *
 * <p>The steps from the file to the undoing are those of {@link org.aeoreach.importing}; here is what they do with
 * contacts. A row is one enterprise met; rows that share a reference are one contact, taken whole or not at all. Rows are
 * read and checked here, copied into a temporary table and made contacts by a few statements under the row-level security
 * of who imports. Undoing withdraws what the import wrote, unless somebody corrected it or something relies on it. This
 * room tells nothing of enterprises outside the range of who imports.
 */
@NullMarked
package org.aeoreach.outreach.importing;

import org.jspecify.annotations.NullMarked;
