/**
 * The calendar: every day that campaigns, their plans and what goes with them name, for a person, his unit or those below.
 *
 * <p>One reader gives the days of a stretch in order, the same of several units told once; pages, REST and feeds show what
 * it gives. Other rooms bring theirs by {@link org.aeoreach.campaign.activity.PlannedActivity}. Names of enterprises do not
 * stand in it, since calendars are read outside.
 */
@NullMarked
package org.aeoreach.campaign.calendar;

import org.jspecify.annotations.NullMarked;
