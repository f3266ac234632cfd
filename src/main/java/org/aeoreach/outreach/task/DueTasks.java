package org.aeoreach.outreach.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Tasks that are overdue, due today, or due within a week; the viewer's and those of whom he stands in for. */
@ApplicationScoped
class DueTasks implements TodaySource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    private record Count(long overdue, long today, long soon, LocalDate next, LocalDate tomorrow) {}

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (!viewer.role().mayWrite()) {
            return List.of();
        }
        Count count = Rows.one(
                        em.createNativeQuery("select count(*) filter (where due_on < china_day()),"
                                + " count(*) filter (where due_on = china_day()),"
                                + " count(*) filter (where due_on > china_day()),"
                                + " coalesce(min(due_on) filter (where due_on > china_day()), china_day()), china_day() + 1 from task"
                                + " where status = 'OPEN' and due_on <= china_day() + 7"
                                + " and owner_id in (select task_owners())"),
                        row -> new Count(row.id(0), row.id(1), row.id(2), row.date(3), row.date(4)))
                .orElseThrow();
        List<TodayItem> items = new ArrayList<>();
        add(items, "overdue", TodayItem.Urgency.NOW, count.overdue(), "state=OVERDUE");
        add(items, "today", TodayItem.Urgency.NOW, count.today(), "state=TODAY");
        if (count.soon() > 0) {
            String week = "&due-from=" + count.tomorrow() + "&due-to="
                    + count.tomorrow().plusDays(6);
            items.add(TodayItem.of(
                            "outreach.today.soon",
                            TodayItem.Urgency.SOON,
                            count.soon(),
                            "/desk/tasks?whose=MINE" + week)
                    .by(count.next().plusDays(1)));
        }
        return items;
    }

    private static void add(List<TodayItem> items, String key, TodayItem.Urgency urgency, long count, String state) {
        if (count > 0) {
            items.add(TodayItem.of("outreach.today." + key, urgency, count, "/desk/tasks?whose=MINE&" + state));
        }
    }
}
