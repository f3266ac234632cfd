package org.aeoreach.campaign.plan;

import org.jspecify.annotations.Nullable;

/**
 * What the viewer's unit has to do with a campaign.
 *
 * @param plan code of the unit whose plan it goes by: its own, or that of the unit above that handed it down
 * @param revised whether that plan was revised since the viewer's house took note of it
 * @param idle where nothing is asked of the viewer's house, how many enterprises in scope it has; else null
 */
public record OwnPart(
        String plan, boolean revised, @Nullable Long idle) {}
