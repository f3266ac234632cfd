package org.aeoreach.enquiry.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Enquiries whose time has run out in the unit of its head or below. */
@ApplicationScoped
class LateClocks implements TodaySource {

    private static final int MOST = 1000;

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.UNIT_ADMINISTRATOR) {
            return List.of();
        }
        long late = Rows.list(
                        bound.query("select 1 from enquiry_work w where w.due_at <= now() limit ?1", MOST), row -> 1)
                .size();
        return late == 0
                ? List.of()
                : List.of(TodayItem.of("clock.today", TodayItem.Urgency.NOW, late, "/desk/enquiries?clock=LATE"));
    }
}
