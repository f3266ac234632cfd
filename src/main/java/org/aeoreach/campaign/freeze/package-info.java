/**
 * Who is in scope of a campaign: the denominator as it is frozen, and who came into scope since.
 *
 * <p>It owns the jobs that freeze ({@code freeze-campaign}), judge anew after the rule was amended ({@code
 * relevel-campaign}) and look for newcomers by night ({@code campaign-newcomers}). A freeze is one transaction: cut
 * short, it left nothing. It must not know plans beyond the units they name.
 */
@NullMarked
package org.aeoreach.campaign.freeze;

import org.jspecify.annotations.NullMarked;
