package org.aeoreach.worktime;

/**
 * A stretch of a day in which one works.
 *
 * @param from minute of the day, 0 to 1439
 * @param to the minute after the last, at most 1440 (24:00)
 */
public record Span(int from, int to) {

    static final int MIDNIGHT = 1440;

    public Span {
        if (from < 0 || from >= to || to > MIDNIGHT) {
            throw new IllegalArgumentException("no stretch of a day: " + from + " to " + to);
        }
    }

    long fromNano() {
        return from * 60_000_000_000L;
    }

    long toNano() {
        return to * 60_000_000_000L;
    }

    @Override
    public String toString() {
        return clock(from) + "–" + clock(to);
    }

    private static String clock(int minute) {
        return (minute < 600 ? "0" : "") + minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
    }
}
