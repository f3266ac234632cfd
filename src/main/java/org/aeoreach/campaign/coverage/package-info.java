/**
 * How far a campaign has come: for each unit the viewer stands above, how many of the enterprises in scope are reached,
 * touched, untouched, excluded or not reachable.
 *
 * <p>Tally are sums over the view {@code campaign_figure}; each opens {@code /desk/campaigns/enterprises} with exactly
 * the enterprises behind it. They count by the unit an enterprise belonged to when the denominator was frozen; an
 * enterprise that moved stands without its name. It offers {@link org.aeoreach.campaign.coverage.CampaignHead} and the
 * columns of members to the work list; how members are frozen and counted it must not know.
 */
@NullMarked
package org.aeoreach.campaign.coverage;

import org.jspecify.annotations.NullMarked;
