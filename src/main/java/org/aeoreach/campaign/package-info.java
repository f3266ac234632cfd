/**
 * Campaigns: what the General Administration directs, districts plan and houses carry out, or a unit starts of its own.
 *
 * <p>This package owns the head of a campaign: what it says, for whom, until when, how far it has come; its list, its
 * board, its calendar and what waits for somebody. Directives, plans and amendments are written in the packages below
 * it. Who is in scope and who was reached is not known here; whoever needs it reads the view {@code campaign_figure}.
 */
@NullMarked
package org.aeoreach.campaign;

import org.jspecify.annotations.NullMarked;
