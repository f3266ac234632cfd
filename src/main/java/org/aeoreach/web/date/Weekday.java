package org.aeoreach.web.date;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import org.aeoreach.platform.Language;

/** The weekday of a day typed in. */
public final class Weekday {

    private Weekday() {}

    /** 星期一 or Monday; empty when the text is no day. */
    public static String of(String day, Language language) {
        try {
            return day.isEmpty()
                    ? ""
                    : LocalDate.parse(day).getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
        } catch (DateTimeParseException e) {
            return "";
        }
    }
}
