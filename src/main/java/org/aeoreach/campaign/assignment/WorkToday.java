package org.aeoreach.campaign.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.campaign.coverage.StateSql;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;
import org.jspecify.annotations.Nullable;

/** Lists handed to the viewer's unit with enterprises to be reached, and those that were put off and have come back. */
@ApplicationScoped
class WorkToday implements TodaySource {

    /** Days before the end from which a list is pressing. */
    private static final int NEAR = 7;

    private static final String SQL = "select c.id, c.title_zh, c.title_en, a.due_on, count(*),"
            + " count(*) filter (where m.postponed_to <= china_day()) from campaign_assignment a"
            + " join campaign c on c.id = a.campaign_id and c.status = 'RUNNING'"
            + " join campaign_member m on m.campaign_id = a.campaign_id and m.org_path = a.org_path"
            + " where a.org_path = ? and a.status in ('PUSHED', 'STARTED') and not m.late and " + StateSql.OPEN
            + " group by 1, 2, 3, 4 order by a.due_on nulls last, c.id";

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    private record Pile(
            long campaign,
            String titleZh,
            @Nullable String titleEn,
            @Nullable LocalDate dueOn,
            long open,
            long back) {}

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.HOUSE_OFFICER && viewer.role() != Role.COORDINATOR) {
            return List.of();
        }
        List<TodayItem> items = new ArrayList<>();
        for (Pile pile : Rows.list(
                bound.query(SQL, viewer.orgPath()),
                row -> new Pile(row.id(0), row.text(1), row.textOrNull(2), row.dateOrNull(3), row.id(4), row.id(5)))) {
            items.addAll(items(pile, viewer.settings().language()));
        }
        return items;
    }

    private List<TodayItem> items(Pile pile, Language language) {
        LocalDate due = pile.dueOn();
        String title = language == Language.EN && pile.titleEn() != null ? pile.titleEn() : pile.titleZh();
        String list = WorkList.PATH + "?campaign=" + pile.campaign();
        List<TodayItem> items = new ArrayList<>();
        LocalDate today = Time.today(clock);
        if (due == null || due.isAfter(today.plusDays(NEAR))) {
            items.add(
                    TodayItem.of("assignment.today.open", TodayItem.Urgency.SOMETIME, pile.open(), list + "&state=OPEN")
                            .with(title));
        } else {
            TodayItem.Urgency urgency = due.isBefore(today) ? TodayItem.Urgency.NOW : TodayItem.Urgency.SOON;
            items.add(TodayItem.of("assignment.today.due", urgency, pile.open(), list + "&state=OPEN")
                    .by(due.plusDays(1))
                    .with(title, due));
        }
        if (pile.back() > 0) {
            items.add(
                    TodayItem.of("assignment.today.back", TodayItem.Urgency.SOON, pile.back(), list + "&postponed=BACK")
                            .with(title));
        }
        return items;
    }
}
