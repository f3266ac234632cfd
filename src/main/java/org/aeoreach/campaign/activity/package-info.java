/**
 * Planned activities: what a plan foresees on certain days, and the days other rooms bring into the calendar.
 *
 * <p>A training session, guidance on site or a day of consultation belongs to a plan and is held by a house or for the
 * whole district. Until the plan is approved it is a draft; what stands is changed by a draft beside it that takes its
 * place when the revision is approved, and keeps its number. Rooms that carry activities out, or do something else on
 * days within a campaign, implement {@link org.aeoreach.campaign.activity.PlannedActivity}; who calls them and how days
 * are shown is not known here.
 */
@NullMarked
package org.aeoreach.campaign.activity;

import org.jspecify.annotations.NullMarked;
