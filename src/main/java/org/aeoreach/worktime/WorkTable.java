package org.aeoreach.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All days and hours as they stood when they were read. */
final class WorkTable {

    private final WorkDays days;
    private final Map<String, DatedHours.Line> lines;
    private final Map<String, WorkTime> units = new ConcurrentHashMap<>();

    /**
     * An entry of a unit.
     *
     * @param hours empty for those of the unit above
     */
    record Entry(long unitId, String path, LocalDate validFrom, Optional<Hours> hours) {}

    /** @param entries in the order they were made: of two for the same day the later counts */
    WorkTable(WorkDays days, List<Entry> entries) {
        this.days = days;
        Map<String, DatedHours.Line> all = new HashMap<>();
        for (Entry entry : entries) {
            all.computeIfAbsent(entry.path(), path -> new DatedHours.Line(entry.unitId(), new TreeMap<>()))
                    .entries()
                    .put(entry.validFrom(), entry.hours());
        }
        lines = Map.copyOf(all);
    }

    /** @param path of a unit, each code closed by a dot */
    WorkTime of(String path) {
        return units.computeIfAbsent(path, this::made);
    }

    private WorkTime made(String path) {
        List<DatedHours.Line> up = new ArrayList<>();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 2) + 1) {
            DatedHours.Line line = lines.get(path.substring(0, end));
            if (line != null) {
                up.add(line);
            }
        }
        return new WorkTime(days, new DatedHours(up));
    }
}
