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
 * @param spans of the session in which he was there, none of which meet
 * @param seconds how long he was there beyond them, where only that is known
 */
record Participant(
        String name,
        @Nullable String mail,
        @Nullable Instant joined,
        @Nullable Instant left,
        int minutes,
        List<Span> spans,
        int seconds) {

    /** From then to then. */
    record Span(Instant from, Instant to) {}

    /** Spans that do not meet, and time that is known only by its length. */
    private record Stay(List<Span> spans, long seconds) {}

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
        Stay stay = stay(rows, starts, ends);
        long most = Duration.between(starts, ends).toSeconds();
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
                (int) (Math.min(stay.seconds() + covered(stay.spans()), most) / 60),
                stay.spans(),
                (int) Math.min(stay.seconds(), most));
    }

    /** Who was still there when the list was made stayed to the end. */
    private static @Nullable Instant left(PresenceRow row, Instant ends) {
        return row.left() == null && row.joined() != null && row.minutes() == null
                ? later(ends, row.joined())
                : row.left();
    }

    /** Where a list tells first joining, last leaving and the time in between that he was there, that time counts at most. */
    private static Stay stay(List<PresenceRow> rows, Instant starts, Instant ends) {
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
        List<Span> apart = apart(spans);
        return all && toldOfSpans < covered(apart) ? new Stay(List.of(), told + toldOfSpans) : new Stay(apart, told);
    }

    private static long covered(List<Span> apart) {
        return apart.stream()
                .mapToLong(span -> Duration.between(span.from(), span.to()).toSeconds())
                .sum();
    }

    private static List<Span> apart(List<Span> spans) {
        spans.sort(Comparator.comparing(Span::from));
        List<Span> apart = new ArrayList<>();
        Instant until = Instant.MIN;
        for (Span span : spans) {
            Instant from = later(span.from(), until);
            if (span.to().isAfter(from)) {
                apart.add(new Span(from, span.to()));
                until = span.to();
            }
        }
        return apart;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
