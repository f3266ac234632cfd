package org.aeoreach.training.presence;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person of a list, however often he came and went.
 *
 * @param minutes of the session he was there; times that overlap count once
 */
record Participant(
        String name,
        @Nullable String mail,
        @Nullable Instant joined,
        @Nullable Instant left,
        int minutes) {

    private record Span(Instant from, Instant to) {}

    /** All persons of a list, in the order they are named first. @param starts of the session, before which nothing counts */
    static List<Participant> of(List<PresenceRow> rows, Instant starts, Instant ends) {
        Map<String, List<PresenceRow>> byPerson = new LinkedHashMap<>();
        rows.forEach(row ->
                byPerson.computeIfAbsent(who(row), key -> new ArrayList<>()).add(row));
        return byPerson.values().stream().map(of -> one(of, starts, ends)).toList();
    }

    private static String who(PresenceRow row) {
        String mail = row.mail();
        return mail == null || mail.isBlank()
                ? "n" + same(row.name())
                : "m" + mail.strip().toLowerCase(Locale.ROOT);
    }

    /** A name without what people write differently. */
    static String same(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s·._-]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Participant one(List<PresenceRow> rows, Instant starts, Instant ends) {
        PresenceRow first = rows.get(0);
        String mail = first.mail();
        long seconds = Math.min(
                seconds(rows, starts, ends), Duration.between(starts, ends).toSeconds());
        return new Participant(
                first.name().strip(),
                mail == null || mail.isBlank() ? null : mail.strip(),
                rows.stream()
                        .map(PresenceRow::joined)
                        .filter(each -> each != null)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                rows.stream()
                        .map(row -> left(row, ends))
                        .filter(each -> each != null)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                (int) (seconds / 60));
    }

    /** Who was still there when the list was made stayed to the end. */
    private static @Nullable Instant left(PresenceRow row, Instant ends) {
        return row.left() == null && row.joined() != null && row.minutes() == null
                ? later(ends, row.joined())
                : row.left();
    }

    /** Where a list tells first joining, last leaving and the time in between that he was there, that time counts at most. */
    private static long seconds(List<PresenceRow> rows, Instant starts, Instant ends) {
        List<Span> spans = new ArrayList<>();
        long told = 0;
        long toldOfSpans = 0;
        boolean all = true;
        for (PresenceRow row : rows) {
            Instant left = left(row, ends);
            Integer minutes = row.minutes();
            if (row.joined() != null && left != null) {
                spans.add(new Span(later(row.joined(), starts), earlier(left, ends)));
                all &= minutes != null;
                toldOfSpans += minutes == null ? 0 : minutes * 60L;
            } else if (minutes != null) {
                told += minutes * 60L;
            }
        }
        long covered = covered(spans);
        return told + (all ? Math.min(covered, toldOfSpans) : covered);
    }

    private static long covered(List<Span> spans) {
        spans.sort(Comparator.comparing(Span::from));
        long seconds = 0;
        Instant until = Instant.MIN;
        for (Span span : spans) {
            Instant from = later(span.from(), until);
            if (span.to().isAfter(from)) {
                seconds += Duration.between(from, span.to()).toSeconds();
                until = span.to();
            }
        }
        return seconds;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
