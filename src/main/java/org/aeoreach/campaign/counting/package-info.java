/**
 * How far a campaign has come, in figures: the one way to count.
 *
 * <p>It owns the sums by unit and dimension, which triggers of the members add to in the transaction that changes one,
 * the tick that folds the additions in, and the recount of the night, which holds levels and sums against the ledger,
 * mends what differs and reports it. It offers {@link org.aeoreach.campaign.counting.Figures} and {@link
 * org.aeoreach.campaign.counting.SisterSums}. It must not know pages, plans or assignments.
 */
@NullMarked
package org.aeoreach.campaign.counting;

import org.jspecify.annotations.NullMarked;
