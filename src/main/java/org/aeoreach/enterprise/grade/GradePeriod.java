package org.aeoreach.enterprise.grade;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grade from a day to a day, both included.
 *
 * @param to null while in force
 * @param ground why it was given, or null when not known
 * @param rules codes of the rule sets of these days, the earliest first
 * @param becameLater what it counts as by the rules of today or of its last day when these do not know it, else null
 */
public record GradePeriod(
        String grade,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String ground,
        List<String> rules,
        @Nullable String becameLater) {}
