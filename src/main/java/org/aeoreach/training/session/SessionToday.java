package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Sessions to come of the viewer's unit whose room was refused. */
@ApplicationScoped
class SessionToday implements TodaySource {

    /** SQL condition. */
    static final String ROOMLESS = "(s.room_status = 'REFUSED' and s.status in ('DRAFT', 'PUBLISHED')"
            + " and s.starts_at > now() and training_written_below(s.org_path))";

    private static final String WAITING = "select count(*), min((s.starts_at at time zone 'Asia/Shanghai')::date)"
            + " from training_session s where " + ROOMLESS;

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (!viewer.role().reachesOut()) {
            return List.of();
        }
        return Rows.list(bound.query(WAITING), row -> row).stream()
                .filter(row -> row.id(0) > 0)
                .map(row -> TodayItem.of(
                                "planning.today.roomless",
                                TodayItem.Urgency.NOW,
                                row.id(0),
                                "/desk/trainings?roomless=yes")
                        .by(row.date(1)))
                .toList();
    }
}
