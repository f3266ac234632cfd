package org.aeoreach.web.date;

/**
 * One day in a form, as typed.
 *
 * @param least first day allowed as year-month-day, or empty
 * @param most last day allowed, or empty
 */
public record DayField(
        String name, String labelKey, String value, String error, String least, String most, boolean disabled) {

    public static DayField of(String name, String labelKey, String value) {
        return new DayField(name, labelKey, value, "", "", "", false);
    }

    public DayField error(String message) {
        return new DayField(name, labelKey, value, message, least, most, disabled);
    }

    public DayField disable() {
        return new DayField(name, labelKey, value, error, least, most, true);
    }
}
