/**
 * What a customs house works off in a campaign: its enterprises in the order of their priority, spread over officers.
 *
 * <p>Contacts are written down with the form of the ledger; the list only leads there and back. A row can be excluded or
 * called not reachable with a reason, opened again, postponed to a day on which it comes back by itself, and given to an
 * officer. A spread can be undone until work has started. Figures belong to the package of coverage.
 */
@NullMarked
package org.aeoreach.campaign.assignment;

import org.jspecify.annotations.NullMarked;
