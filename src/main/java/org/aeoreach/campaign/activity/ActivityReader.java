package org.aeoreach.campaign.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Reads the dated activities of a plan. */
@ApplicationScoped
class ActivityReader {

    private static final String ACTIVITIES = "select a.id, a.kind, a.title_zh, a.title_en, a.starts_on, a.ends_on,"
            + " case when a.unit_id <> p.unit_id then u.code end, n.zh, n.en, a.place, a.status, a.replaces_id, a.dropping"
            + " from planned_activity a join campaign_plan p on p.id = a.plan_id join unit u on u.id = a.unit_id"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " where a.plan_id = ? and a.status <> 'DROPPED' order by a.starts_on, a.ends_on, a.id";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    ActivityReader() {}

    @Inject
    ActivityReader(Bound bound) {
        this.bound = bound;
    }

    private record Read(
            ActivityView view, boolean draft, @Nullable Long replaces, boolean dropping) {}

    /** What is approved and not dropped. */
    @Transactional
    List<ActivityView> standing(long plan) {
        return rows(plan).stream().filter(row -> !row.draft()).map(Read::view).toList();
    }

    /** What would stand if what is written were approved, and what would be dropped. */
    @Transactional
    List<ActivityView> written(long plan) {
        List<Read> rows = rows(plan);
        Map<Long, Read> drafts = new HashMap<>();
        rows.stream().filter(row -> row.replaces() != null).forEach(row -> drafts.put(row.replaces(), row));
        List<ActivityView> written = new ArrayList<>();
        for (Read row : rows) {
            if (row.replaces() == null) {
                written.add(written(row, drafts.get(row.view().id())));
            }
        }
        return written;
    }

    private static ActivityView written(Read row, @Nullable Read draft) {
        if (draft != null) {
            return draft.view().in(ActivityView.Change.CHANGED, row.view());
        }
        if (row.draft()) {
            return row.view().in(ActivityView.Change.ADDED, null);
        }
        return row.dropping() ? row.view().in(ActivityView.Change.DROPPED, null) : row.view();
    }

    private List<Read> rows(long plan) {
        return Rows.list(bound.query(ACTIVITIES, plan), row -> {
            String house = row.textOrNull(6);
            return new Read(
                    new ActivityView(
                            row.id(0),
                            ActivityKind.valueOf(row.text(1)),
                            row.text(2),
                            row.textOrNull(3),
                            row.date(4),
                            row.date(5),
                            house,
                            house == null ? null : row.text(7),
                            house == null ? null : row.textOrNull(8),
                            row.textOrNull(9),
                            null,
                            null),
                    row.text(10).equals("PLANNED"),
                    row.idOrNull(11),
                    row.flag(12));
        });
    }
}
