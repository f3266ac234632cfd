package org.aeoreach.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.platform.Bound;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Campaigns in which something waits for the viewer. */
@ApplicationScoped
class CampaignToday implements TodaySource {

    private static final Set<Waiting> NOW =
            EnumSet.of(Waiting.STOPPED, Waiting.BEHIND, Waiting.LATE, Waiting.MAILING_STOPPED);

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        List<TodayItem> items = new ArrayList<>();
        for (Waiting waiting : Waiting.values()) {
            if (waiting.concerns(viewer.role())) {
                add(items, waiting);
            }
        }
        return items;
    }

    private void add(List<TodayItem> items, Waiting waiting) {
        long count = ((Number) bound.query("select count(*) from campaign c where " + waiting.condition())
                        .getSingleResult())
                .longValue();
        if (count > 0) {
            TodayItem.Urgency urgency = NOW.contains(waiting)
                    ? TodayItem.Urgency.NOW
                    : waiting.soon() ? TodayItem.Urgency.SOON : TodayItem.Urgency.SOMETIME;
            items.add(TodayItem.of("campaign.today." + waiting, urgency, count, "/desk/campaigns?waits=" + waiting));
        }
    }
}
