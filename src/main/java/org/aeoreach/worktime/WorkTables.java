package org.aeoreach.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** Reads days and hours from the database. */
@ApplicationScoped
class WorkTables {

    @Inject
    private Bound bound;

    /** What is committed, whatever the transaction under way has changed: it is kept for others. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    WorkTable committed() {
        return new WorkTable(days(), entries());
    }

    /** As the transaction under way sees it, with an entry more, if there is one. */
    @Transactional
    WorkTable now(Optional<WorkTable.Entry> more) {
        List<WorkTable.Entry> all = new ArrayList<>(entries());
        more.ifPresent(all::add);
        return new WorkTable(days(), all);
    }

    private WorkDays days() {
        Map<LocalDate, Boolean> special = new HashMap<>();
        Rows.list(bound.query("select day, working from work_day"), row -> special.put(row.date(0), row.flag(1)));
        Map<Integer, Boolean> announced = new HashMap<>();
        Rows.list(
                bound.query("select year, status = 'ANNOUNCED' from work_year"),
                row -> announced.put((int) row.id(0), row.flag(1)));
        return new WorkDays(special, announced);
    }

    private List<WorkTable.Entry> entries() {
        return Rows.list(
                bound.query("select u.id, u.org_path, h.valid_from, array_to_string(h.spans, ' ') from work_hours h"
                        + " join unit u on u.id = h.unit_id order by h.id"),
                row -> new WorkTable.Entry(row.id(0), row.text(1), row.date(2), hours(row.text(3))));
    }

    private static Optional<Hours> hours(String minutes) {
        return minutes.isEmpty() ? Optional.empty() : Optional.of(Hours.ofMinutes(minutes));
    }
}
