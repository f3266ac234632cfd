package org.aeoreach.organization.today;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Asks every feature what waits for the viewer. */
@ApplicationScoped
class Today {

    private static final Comparator<TodayItem> URGENT_FIRST = Comparator.comparing(TodayItem::urgency)
            .thenComparing(item -> item.deadline() == null ? LocalDate.MAX : item.deadline())
            .thenComparing(TodayItem::key);

    @Inject
    @Any
    private Instance<TodaySource> sources;

    /** The most urgent first; within one urgency, the nearest deadline first. All seen at one moment. */
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        return sources.stream()
                .flatMap(source -> source.waitingFor(viewer).stream())
                .sorted(URGENT_FIRST)
                .toList();
    }
}
