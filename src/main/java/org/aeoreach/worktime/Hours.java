package org.aeoreach.worktime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Problem;

/** The hours of a working day: one to three spans in order that do not overlap. */
public record Hours(List<Span> spans) {

    /** What holds where no unit up to the root has set any: 09:00–12:00, 13:30–17:30. */
    public static final Hours STANDARD = new Hours(List.of(new Span(540, 720), new Span(810, 1050)));

    private static final int MOST = 3;
    private static final Pattern SEPARATOR = Pattern.compile("[,，;；、\\n]+");
    private static final Pattern SPAN =
            Pattern.compile("([0-9]{1,2})[:：]([0-9]{2})\\s*[-–—~～至到]\\s*([0-9]{1,2})[:：]([0-9]{2})");

    public Hours {
        spans = List.copyOf(spans);
        if (spans.isEmpty() || spans.size() > MOST || overlap(spans)) {
            throw new IllegalArgumentException("no hours of a day: " + spans);
        }
    }

    private static boolean overlap(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from() < spans.get(i - 1).to()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Hours as people type them, such as {@code 09:00-12:00, 13:30-17:30}; in any order.
     *
     * @param field at which a problem is told
     * @throws Problem 400 when a span cannot be read, two overlap or there are too many
     */
    public static Hours parse(String field, String typed) {
        List<Span> spans = new ArrayList<>();
        for (String part : SEPARATOR.split(typed.strip())) {
            if (!part.isBlank()) {
                spans.add(span(field, part.strip()));
            }
        }
        spans.sort(Comparator.comparingInt(Span::from));
        if (spans.isEmpty() || spans.size() > MOST) {
            throw Problem.invalid(field, "worktime.invalid.spans-many", MOST);
        }
        if (overlap(spans)) {
            throw Problem.invalid(field, "worktime.invalid.spans-overlap");
        }
        return new Hours(spans);
    }

    private static Span span(String field, String part) {
        Matcher read = SPAN.matcher(part);
        if (!read.matches()) {
            throw Problem.invalid(field, "worktime.invalid.span", part);
        }
        int from = minute(read.group(1), read.group(2));
        int to = minute(read.group(3), read.group(4));
        if (from < 0 || to < 0 || from >= to) {
            throw Problem.invalid(field, "worktime.invalid.span-order", part);
        }
        return new Span(from, to);
    }

    /** -1 when the clock never shows it. */
    private static int minute(String hour, String minute) {
        int all = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return Integer.parseInt(minute) > 59 || all > Span.MIDNIGHT ? -1 : all;
    }

    /** From minutes of the day, such as {@code 540 720 810 1050}. */
    public static Hours ofMinutes(String minutes) {
        int[] all =
                Stream.of(minutes.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2) {
            spans.add(new Span(all[i], all[i + 1]));
        }
        return new Hours(spans);
    }

    /** Minutes of the day, from and to in turn, with blanks between them. */
    public String minutes() {
        return spans.stream().map(span -> span.from() + " " + span.to()).collect(Collectors.joining(" "));
    }

    Span last() {
        return spans.get(spans.size() - 1);
    }

    /** Working time of a whole day in nanoseconds. */
    long length() {
        return spans.stream().mapToLong(span -> span.toNano() - span.fromNano()).sum();
    }

    Span[] array() {
        return spans.toArray(Span[]::new);
    }

    /** As people write it: {@code 09:00–12:00, 13:30–17:30}. */
    @Override
    public String toString() {
        return Arrays.stream(array()).map(Span::toString).collect(Collectors.joining(", "));
    }
}
