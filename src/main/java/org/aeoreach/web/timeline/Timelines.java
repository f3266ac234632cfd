package org.aeoreach.web.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Puts what all sources know of a record in one order. */
@ApplicationScoped
public class Timelines {

    private static final Comparator<Told> NEWEST_FIRST = Comparator.comparing(
                    (Told told) -> told.entry().at())
            .thenComparing(Told::source)
            .thenComparing(told -> told.entry().number())
            .reversed();

    @Inject
    @Any
    private Instance<TimelineSource> sources;

    @Inject
    private CurrentViewer viewer;

    /** An entry and the source that told it. */
    record Told(String source, TimelineEntry entry) {

        Place place() {
            return new Place(entry.at(), source, entry.number());
        }
    }

    /** @throws org.aeoreach.platform.Problem 400 when the cursor is none of ours */
    public Timeline of(Subject subject, Paging paging) {
        return of(subject, paging, "");
    }

    /** @param kind name of the one source that is asked; empty for all */
    public Timeline of(Subject subject, Paging paging, String kind) {
        ZoneId zone = viewer.get().map(reader -> reader.settings().timeZone()).orElse(Time.ZONE);
        Stream<TimelineSource> asked = sources.stream()
                .filter(source -> kind.isEmpty() || source.name().equals(kind));
        return timeline(merge(asked, subject, Place.of(paging.after()), paging.limit()), zone);
    }

    static Slice<Told> merge(Stream<TimelineSource> sources, Subject subject, Place after, int limit) {
        List<Told> all = sources.flatMap(
                        source -> source.entries(subject, after.asSeenBy(source.name()), limit + 1).stream()
                                .map(entry -> new Told(source.name(), entry)))
                .sorted(NEWEST_FIRST)
                .limit(limit + 1L)
                .toList();
        return Slice.of(all, limit, told -> told.place().text());
    }

    private static Timeline timeline(Slice<Told> slice, ZoneId zone) {
        Map<LocalDate, List<TimelineEntry>> days = new LinkedHashMap<>();
        for (Told told : slice.items()) {
            Instant at = told.entry().at();
            days.computeIfAbsent(LocalDate.ofInstant(at, zone), day -> new ArrayList<>())
                    .add(told.entry());
        }
        return new Timeline(
                days.entrySet().stream()
                        .map(day -> new Timeline.Day(day.getKey(), day.getValue()))
                        .toList(),
                slice.next());
    }
}
