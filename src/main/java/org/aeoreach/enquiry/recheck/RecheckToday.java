package org.aeoreach.enquiry.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Answers of the authority of the viewer's unit that wait for a second look. */
@ApplicationScoped
class RecheckToday implements TodaySource {

    @Inject
    private Rechecks rechecks;

    @Override
    public List<TodayItem> waitingFor(Viewer viewer) {
        long count = viewer.role().mayWrite() ? rechecks.waiting() : 0;
        return count == 0
                ? List.of()
                : List.of(TodayItem.of(
                        "recheck.today",
                        TodayItem.Urgency.SOON,
                        count,
                        RecheckList.PATH + "?authority=" + rechecks.own()));
    }
}
