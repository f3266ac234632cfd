/**
 * Plans: what a district makes of a directive, and what its houses are to reach.
 *
 * <p>A district takes note of a directive, asks back or declines, plans, splits its target over its houses, has a second
 * person approve the plan and hands it down; until a house has begun that can be undone. A house reads the words of the
 * plan and its own part, never the numbers of the district. What the houses do then is not known here.
 */
@NullMarked
package org.aeoreach.campaign.plan;

import org.jspecify.annotations.NullMarked;
