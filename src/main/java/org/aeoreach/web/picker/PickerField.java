package org.aeoreach.web.picker;

import java.util.Objects;
import org.aeoreach.web.form.Form;

/**
 * A field in which something is chosen.
 *
 * @param name of the field; also the beginning of its ids
 * @param labelKey message key of the label
 * @param hintKey message key of the line above it, or empty
 * @param error what is wrong, in the reader's language, or empty
 */
public record PickerField(String name, String labelKey, String hintKey, String error, Need need) {

    /** Whether it must be filled; a field outside a form that is sent, such as a filter, says nothing of it. */
    public enum Need {
        UNSAID,
        OPTIONAL,
        REQUIRED,
        DISABLED
    }

    public static PickerField of(String name, String labelKey) {
        return new PickerField(name, labelKey, "", "", Need.UNSAID);
    }

    /** A field of a form, with what is wrong with it. @param at name of the part an error is told at */
    static PickerField of(Form form, String name, String at) {
        return new PickerField(
                name,
                form.label(name),
                "",
                Objects.requireNonNullElse(form.error(at), ""),
                form.required(name) ? Need.REQUIRED : Need.OPTIONAL);
    }

    public PickerField hint(String key) {
        return new PickerField(name, labelKey, key, error, need);
    }

    public PickerField error(String message) {
        return new PickerField(name, labelKey, hintKey, message, need);
    }

    public PickerField mandatory() {
        return need(Need.REQUIRED);
    }

    public PickerField need(Need other) {
        return new PickerField(name, labelKey, hintKey, error, other);
    }

    public boolean required() {
        return need == Need.REQUIRED;
    }

    public boolean optional() {
        return need == Need.OPTIONAL;
    }

    public boolean disabled() {
        return need == Need.DISABLED;
    }

    /** The value of {@code aria-describedby}: the hint and what is wrong, as far as there are any. */
    public String describedBy() {
        String ids = (hintKey.isEmpty() ? "" : name + "-hint ") + (error.isEmpty() ? "" : name + "-error");
        return ids.strip();
    }
}
