package org.aeoreach.web.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values as HTML fields write them. */
final class Values {

    private static final int LONGEST_NUMBER = 40;

    private Values() {}

    /** Says by a message key why a text is no value of the type wanted. */
    static final class Unreadable extends Exception {

        private final String key;

        Unreadable(String key) {
            super(key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** The value of a stripped text; null for an empty one, but false for a truth value. */
    static @Nullable Object parse(Class<?> type, String text) throws Unreadable {
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("on");
        }
        if (text.isEmpty()) {
            return null;
        }
        if (type == String.class) {
            return text;
        }
        return type.isEnum() ? constant(type, text) : measured(type, text);
    }

    private static Object constant(Class<?> type, String text) throws Unreadable {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Unreadable("web.invalid.choice"));
    }

    private static Object measured(Class<?> type, String text) throws Unreadable {
        try {
            if (type == LocalDate.class) {
                return date(text);
            }
            return type == LocalTime.class ? LocalTime.parse(text) : number(type, text);
        } catch (DateTimeException e) {
            throw new Unreadable(type == LocalTime.class ? "web.invalid.time" : "web.invalid.date");
        } catch (NumberFormatException e) {
            throw new Unreadable("web.invalid.number");
        }
    }

    /** A day of the years 1 to 9998, so that the day after is one too. */
    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9998) {
            throw new DateTimeException(text);
        }
        return date;
    }

    private static Object number(Class<?> type, String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException();
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        throw new IllegalArgumentException("No field of a form holds a " + type);
    }
}
