package org.aeoreach.training.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Requests for rooms of the viewer's unit that nobody has decided about. */
@ApplicationScoped
class BookingToday implements TodaySource {

    private static final String WAITING =
            "select count(*), min((lower(b.during) at time zone 'Asia/Shanghai')::date) from training_booking b where "
                    + BookingList.WAITING;

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
                .map(row -> item(row.id(0), row.date(1)))
                .toList();
    }

    private static TodayItem item(long count, LocalDate first) {
        return TodayItem.of(
                        "venue.today.bookings", TodayItem.Urgency.SOON, count, "/desk/trainings/bookings?whose=DECIDE")
                .by(first);
    }
}
