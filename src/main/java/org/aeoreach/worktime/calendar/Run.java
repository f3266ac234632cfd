package org.aeoreach.worktime.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Days with the same name that follow each other, all worked or all off. */
public record Run(
        LocalDate from,
        LocalDate to,
        boolean working,
        String nameZh,
        @Nullable String nameEn) {

    /** @param days in order */
    static List<Run> of(List<WorkDay> days) {
        List<Run> runs = new ArrayList<>();
        for (WorkDay day : days) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.continuedBy(day)) {
                runs.set(runs.size() - 1, new Run(last.from, day.day(), last.working, last.nameZh, last.nameEn));
            } else {
                runs.add(new Run(day.day(), day.day(), day.working(), day.nameZh(), day.nameEn()));
            }
        }
        return runs;
    }

    private boolean continuedBy(WorkDay day) {
        return to.plusDays(1).equals(day.day())
                && to.getMonth() == day.day().getMonth()
                && working == day.working()
                && nameZh.equals(day.nameZh())
                && Objects.equals(nameEn, day.nameEn());
    }

    public boolean single() {
        return from.equals(to);
    }
}
