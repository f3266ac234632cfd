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
        List<Span> spans = new ArrayList<>();
        long seconds = 0;
        for (PresenceRow row : rows) {
            if (row.joined() != null && row.left() != null) {
                spans.add(new Span(later(row.joined(), starts), earlier(row.left(), ends)));
            } else if (row.minutes() != null) {
                seconds += row.minutes() * 60L;
            }
        }
        long most = Duration.between(starts, ends).toSeconds();
        List<Span> apart = apart(spans);
        long covered = apart.stream()
                .mapToLong(span -> Duration.between(span.from(), span.to()).toSeconds())
                .sum();
        return new Participant(
                first.name().strip(),
                mail == null || mail.isBlank() ? null : mail.strip(),
                rows.stream()
                        .map(PresenceRow::joined)
                        .filter(each -> each != null)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                rows.stream()
                        .map(PresenceRow::left)
                        .filter(each -> each != null)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                (int) (Math.min(seconds + covered, most) / 60),
                apart,
                (int) Math.min(seconds, most));
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
