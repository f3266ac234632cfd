/**
 * How far the members of a campaign have come on the way to certification, and where nobody was contacted for long.
 *
 * <p>It owns what is looked up every night for all members and added up for all units, since that is too much while
 * somebody waits: the funnel with the days between steps, and the silent areas by unit and by segment. Figures and the
 * lists behind them are of the same night, and pages say of which. It takes what the ledger and the journey know and
 * invents nothing. How members are frozen and judged it must not know.
 */
@NullMarked
package org.aeoreach.campaign.course;

import org.jspecify.annotations.NullMarked;
