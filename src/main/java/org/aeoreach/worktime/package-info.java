/**
 * Working time of customs: which days are worked and which hours, so that deadlines run only while somebody is there.
 *
 * <p>{@link org.aeoreach.worktime.WorkTimes} gives the {@link org.aeoreach.worktime.WorkTime} of a unit, in which one
 * adds and measures working hours and working days without asking the database. Days come from data for each year
 * ({@code calendar}), hours from the nearest unit that has set some ({@code hours}). A year the State Council has not
 * announced is provisional, and whoever reckons with one can say so ({@code worktime/provisional.jte}). A deadline
 * already reckoned is a moment its owner keeps; nothing here moves it. Whether a change of the calendar or of hours moves
 * it is for the owner to say: clocks of enquiries that run are reckoned again, what has stopped stays. It knows units by id
 * and path only.
 */
@NullMarked
package org.aeoreach.worktime;

import org.jspecify.annotations.NullMarked;
