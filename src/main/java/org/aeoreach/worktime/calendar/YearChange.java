package org.aeoreach.worktime.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Everything that is known of a year, in place of what was known before. */
public record YearChange(
        @NotNull Status status,
        @NotBlank @Size(max = 300) String sourceZh,
        @NotBlank @Size(max = 300) String sourceEn,

        @Nullable @Size(max = 500) @Pattern(regexp = "https?://\\S+")
        String link,

        @NotNull @Valid @Size(max = 120) List<WorkDay> days) {

    /** The same as a form has it, the days as lines. */
    public record Typed(
            @NotNull Status status,
            @NotBlank @Size(max = 300) String sourceZh,
            @NotBlank @Size(max = 300) String sourceEn,

            @Nullable @Size(max = 500) @Pattern(regexp = "https?://\\S+")
            String link,

            @Nullable @Size(max = 8000) String lines) {

        YearChange read() {
            List<WorkDay> days = lines == null ? List.of() : DayLines.parse(lines);
            return new YearChange(status, sourceZh, sourceEn, link, days);
        }
    }

    /**
     * The days in order.
     *
     * @param field at which a problem is told
     * @throws Problem 400 when one is of another year, there twice, or worked anyway; or an announced year has none
     */
    List<WorkDay> checked(int year, String field) {
        if (status == Status.UNKNOWN) {
            throw Problem.invalid("status", "web.invalid.choice");
        }
        Set<LocalDate> seen = new HashSet<>();
        for (WorkDay day : days) {
            if (day.day().getYear() != year) {
                throw Problem.invalid(
                        field, "worktime.invalid.other-year", day.day().toString(), Integer.toString(year));
            }
            if (!seen.add(day.day())) {
                throw Problem.invalid(
                        field, "worktime.invalid.day-twice", day.day().toString());
            }
            requireSense(day, field);
        }
        if (days.isEmpty() && status == Status.ANNOUNCED) {
            throw Problem.invalid(field, "worktime.invalid.no-days");
        }
        return days.stream().sorted(Comparator.comparing(WorkDay::day)).toList();
    }

    /** @throws Problem 400 when a day that is worked anyway is said to be made up */
    static void requireSense(WorkDay day, String field) {
        boolean weekend = day.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        if (day.working() && !weekend) {
            throw Problem.invalid(
                    field, "worktime.invalid.worked-anyway", day.day().toString());
        }
    }
}
