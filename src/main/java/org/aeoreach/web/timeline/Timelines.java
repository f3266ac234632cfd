package org.aeoreach.web.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aeoreach.platform.Time;
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

    /** An entry and the source that told it. */
    record Told(String source, TimelineEntry entry) {

        Place place() {
            return new Place(entry.at(), source, entry.number());
        }
    }

    /** @throws org.aeoreach.platform.Problem 400 when the cursor is none of ours */
    public Timeline of(Subject subject, Paging paging) {
        return merge(sources.stream(), subject, Place.of(paging.after()), paging.limit());
    }

    static Timeline merge(Stream<TimelineSource> sources, Subject subject, Place after, int limit) {
        List<Told> all = sources.flatMap(source ->
                        source.entries(subject, after.asSeenBy(source.name()), limit + 1).stream()
                                .map(entry -> new Told(source.name(), entry)))
                .sorted(NEWEST_FIRST)
                .limit(limit + 1L)
                .toList();
        Slice<Told> slice = Slice.of(all, limit, told -> told.place().text());
        return new Timeline(byDay(slice.items()), slice.next());
    }

    private static List<Timeline.Day> byDay(List<Told> entries) {
        Map<LocalDate, List<TimelineEntry>> days = new LinkedHashMap<>();
        for (Told told : entries) {
            Instant at = told.entry().at();
            days.computeIfAbsent(LocalDate.ofInstant(at, Time.ZONE), day -> new ArrayList<>())
                    .add(told.entry());
        }
        return days.entrySet().stream()
                .map(day -> new Timeline.Day(day.getKey(), day.getValue()))
                .toList();
    }
}
