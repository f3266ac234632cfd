package org.aeoreach.importing.table;

import java.util.Locale;
import java.util.stream.Stream;

/** As what a number in a cell is shown (ECMA-376 part 1, 18.8.30). */
enum CellStyle {
    /** A day, or a day with a time. */
    DAY,
    /** A time of day, or how long something took. */
    TIME,
    OTHER;

    /** A built-in format; those of East Asia are among them. */
    static CellStyle of(int id) {
        boolean day = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58;
        boolean time = id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47;
        return day ? DAY : time ? TIME : OTHER;
    }

    /** A format of the workbook's own. */
    static CellStyle of(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        String bare = lower.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        if (bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0) {
            return DAY;
        }
        boolean took = Stream.of("[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]").anyMatch(lower::contains);
        boolean clock = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        return took || clock && !bare.contains("general") ? TIME : OTHER;
    }
}
