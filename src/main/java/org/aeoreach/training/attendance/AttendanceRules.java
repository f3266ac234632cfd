package org.aeoreach.training.attendance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * When attendance counts.
 *
 * @param minShare how much of the session, in percent, one must have been there, where the time is known
 * @param checkOut whether people are checked out, so that it is known
 */
public record AttendanceRules(@Min(0) @Max(100) int minShare, boolean checkOut) {}
