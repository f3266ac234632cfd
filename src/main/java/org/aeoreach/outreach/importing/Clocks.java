package org.aeoreach.outreach.importing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day as files write them: 9:30, 09:30:00, 14：05, 14时05分, and as a part of a day, which is how sheets keep them. */
final class Clocks {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[:：时点](\\d{1,2})分?(?:[:：][0-9.]{2,12})?");
    private static final Pattern PART = Pattern.compile("0(?:\\.\\d{1,17})?");
    private static final int MINUTES = 24 * 60;

    private Clocks() {}

    /** Null when it is no time. */
    static @Nullable LocalTime of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (written.matches()) {
            return made(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
        }
        if (PART.matcher(text).matches()) {
            int minute = (int) Math.round(Double.parseDouble(text) * MINUTES);
            return made(minute / 60, minute % 60);
        }
        return null;
    }

    private static @Nullable LocalTime made(int hour, int minute) {
        try {
            return LocalTime.of(hour, minute);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
