package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Enquiries that wait for the viewer: those he has, those his unit has not taken; answers of his that did not arrive; low ratings for its head. */
@ApplicationScoped
class EnquiryToday implements TodaySource {

    private static final int MOST = 1000;

    private static final String MINE = counted(EnquiryList.whoseIs("MINE") + " and " + EnquiryList.RUNNING);
    private static final String FREE = counted(EnquiryList.whoseIs("NOBODY") + " and " + EnquiryList.RUNNING);
    private static final String CALLED = counted(EnquiryList.whoseIs("CALLED"));
    private static final String LOST = counted(EnquiryList.whoseIs("MINE") + " and " + EnquiryList.LOST);
    private static final String LOW =
            "select count(*) from enquiry_rating where seen_at is null and (not solved or ease <= 2)"
                    + " and org_path = nullif(current_setting('app.lo', true), '')";

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        List<TodayItem> items = new ArrayList<>();
        if (!viewer.role().mayWrite()) {
            return items;
        }
        add(items, "mine", TodayItem.Urgency.NOW, count(MINE), "/desk/enquiries?whose=MINE&clock=RUNNING");
        add(items, "free", TodayItem.Urgency.NOW, count(FREE), "/desk/enquiries?whose=NOBODY&clock=RUNNING");
        add(items, "lost", TodayItem.Urgency.NOW, count(LOST), "/desk/enquiries?whose=MINE&done=true&delivery=LOST");
        add(items, "mentioned", TodayItem.Urgency.SOON, count(CALLED), "/desk/enquiries?whose=CALLED&done=true");
        if (viewer.role() == Role.UNIT_ADMINISTRATOR) {
            add(items, "low", TodayItem.Urgency.SOON, count(LOW), "/desk/enquiries/ratings");
        }
        return items;
    }

    private long count(String sql) {
        return Rows.one(bound.query(sql), row -> row.id(0)).orElse(0L);
    }

    private static String counted(String condition) {
        return "select count(*) from (select 1 from enquiry_work w where " + condition + " limit " + MOST + ") counted";
    }

    private static void add(List<TodayItem> items, String key, TodayItem.Urgency urgency, long count, String href) {
        if (count > 0) {
            items.add(TodayItem.of("desk.today." + key, urgency, count, href));
        }
    }
}
