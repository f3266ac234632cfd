package org.aeoreach.enquiry.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Questions the viewer's unit keeps whose answer is another one by now. */
@ApplicationScoped
class PublicationToday implements TodaySource {

    private static final String MANY = "select count(*) from (select 1 from enquiry_work w where w.enquiry_id in ("
            + PublicationView.TO_CORRECT + ") limit 1000) m";

    @Inject
    private PublishedAnswers answers;

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        long many = answers.mayWrite(viewer.role())
                ? Rows.one(bound.query(MANY), row -> row.id(0)).orElse(0L)
                : 0;
        return many == 0
                ? List.of()
                : List.of(TodayItem.of(
                        "publish.today",
                        TodayItem.Urgency.SOON,
                        many,
                        "/desk/enquiries?done=true&question=TO_CORRECT"));
    }
}
