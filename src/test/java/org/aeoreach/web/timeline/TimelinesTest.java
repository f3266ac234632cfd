package org.aeoreach.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Slice;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinesTest {
    private static final Subject SUBJECT = Subject.of("unit", 1);

    private record Memory(String name, List<TimelineEntry> all) implements TimelineSource {
        @Override
        public List<TimelineEntry> entries(Subject subject, Before before, int limit) {
            return all.stream()
                    .filter(entry -> entry.at().isBefore(before.at())
                            || (entry.at().equals(before.at()) && entry.number() < before.number()))
                    .sorted(Comparator.comparing(TimelineEntry::at)
                            .thenComparing(TimelineEntry::number)
                            .reversed())
                    .limit(limit)
                    .toList();
        }
    }

    /** Few moments, so that entries of several sources often fall on the same. */
    private static Memory memory(String name, Random random) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (int i = 1; i <= random.nextInt(12); i++) {
            Instant at = Instant.ofEpochSecond(1_800_000_000L + random.nextInt(4), 123_456_000);
            entries.add(new TimelineEntry(at, i, null, name + i, List.of(), null));
        }
        return new Memory(name, entries);
    }

    private static List<String> page(List<Memory> sources, String cursor, int limit, List<String> into) {
        Slice<Timelines.Told> slice =
                Timelines.merge(sources.stream().map(each -> each), SUBJECT, Place.of(cursor), limit);
        assertThat(slice.items().size()).isLessThanOrEqualTo(limit);
        slice.items().forEach(told -> into.add(told.entry().what()));
        return slice.next() == null ? List.of() : List.of(decoded(Objects.requireNonNull(slice.next())));
    }

    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    @RepeatedTest(200)
    void pagesTogetherAreTheWholeInOneOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Memory> sources = Stream.of("audit", "mail", "visit")
                .map(name -> memory(name, random))
                .toList();
        List<String> whole = new ArrayList<>();
        assertThat(page(sources, "", 1000, whole)).isEmpty();
        List<String> inPages = new ArrayList<>();
        int limit = 1 + random.nextInt(5);
        List<String> next = page(sources, "", limit, inPages);
        while (!next.isEmpty()) {
            next = page(sources, next.get(0), limit, inPages);
        }
        assertThat(inPages).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(whole)
                .hasSize(sources.stream().mapToInt(each -> each.all().size()).sum());
    }

    @Test
    void showsTheNewestFirst() {
        var old = new TimelineEntry(Instant.parse("2026-01-01T00:00:00Z"), 9, null, "old", List.of(), null);
        var young = new TimelineEntry(Instant.parse("2026-01-02T00:00:00Z"), 1, null, "young", List.of(), null);
        List<String> shown = new ArrayList<>();
        page(List.of(new Memory("a", List.of(old)), new Memory("b", List.of(young))), "", 9, shown);
        assertThat(shown).containsExactly("young", "old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2026-99-01T00:00:00Z/audit/1", "2026-01-01T00:00:00Z/audit/-1", "//", "17"})
    void refusesCursorsThatAreNotOurs(String cursor) {
        assertThatThrownBy(() -> Place.of(cursor)).isInstanceOf(Problem.class);
    }
}
