package org.aeoreach.training.base;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/** When a base was founded, as far as it is known: a year, a month or a day, as ISO 8601 writes them. */
final class Founded {

    private Founded() {}

    /** @throws Problem 400 at {@code foundedOn} when it is none of the three */
    static void check(@Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            if (!text.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
                throw new DateTimeException(text);
            }
            LocalDate.parse(text + "-01-01".substring(text.length() - 4));
        } catch (DateTimeException e) {
            throw Problem.invalid("foundedOn", "venue.invalid.founded");
        }
    }

    /** In the reader's way of writing, and no more exact than it is known. */
    static String words(Page page, String text) {
        return switch (text.length()) {
            case 4 -> Year.parse(text).format(pattern(page, "y年", "y"));
            case 7 -> YearMonth.parse(text).format(pattern(page, "y年M月", "MMMM y"));
            default -> page.on(LocalDate.parse(text));
        };
    }

    private static DateTimeFormatter pattern(Page page, String zh, String en) {
        return DateTimeFormatter.ofPattern(
                page.language() == Language.ZH ? zh : en, page.language().locale());
    }
}
