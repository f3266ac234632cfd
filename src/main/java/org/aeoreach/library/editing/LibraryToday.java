package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Drafts that wait for a decision or for their author, and documents that want to be looked at. */
@ApplicationScoped
public class LibraryToday implements TodaySource {

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.GACC_OFFICER && viewer.role() != Role.DISTRICT_OFFICER) {
            return List.of();
        }
        LocalDate today = Time.today(clock);
        List<TodayItem> items = new ArrayList<>();
        add(items, "review", TodayItem.Urgency.SOON, drafts(DraftList.TO_DECIDE), "drafts?waits=DECIDE");
        add(items, "returned", TodayItem.Urgency.SOON, drafts(DraftList.RETURNED), "drafts?waits=RETURNED");
        add(
                items,
                "behind",
                TodayItem.Urgency.SOMETIME,
                documents("exists (select from document_text b where b.document_id = d.id and b.behind)"),
                "?ours=yes&behind=yes");
        add(
                items,
                "due",
                TodayItem.Urgency.SOMETIME,
                documents("d.review_on <= ?", Date.valueOf(today)),
                "?ours=yes&due-to=" + today);
        add(items, "newer", TodayItem.Urgency.SOMETIME, documents("d.newer_file"), "?ours=yes&newer=yes");
        return items;
    }

    private static void add(List<TodayItem> items, String what, TodayItem.Urgency urgency, long count, String list) {
        if (count > 0) {
            String href = "/desk/library" + (list.startsWith("?") ? "" : "/") + list;
            items.add(TodayItem.of("library.today." + what, urgency, count, href));
        }
    }

    private long drafts(String condition) {
        return count("select count(*) from document_draft d where " + condition);
    }

    private long documents(String condition, Object... values) {
        return count(
                "select count(*) from document d where " + DocumentList.OURS + " and not d.archived and " + condition,
                values);
    }

    private long count(String sql, Object... values) {
        return ((Number) bound.query(sql, values).getSingleResult()).longValue();
    }
}
