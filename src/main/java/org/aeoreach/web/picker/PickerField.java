package org.aeoreach.web.picker;

/**
 * A field of a form in which something is chosen.
 *
 * @param name of the form's field; also the beginning of its ids
 * @param labelKey message key of the label
 * @param hintKey message key of the line below, or empty
 * @param error what is wrong, in the reader's language, or empty
 */
public record PickerField(
        String name, String labelKey, String hintKey, String error, boolean required, boolean disabled) {

    public static PickerField of(String name, String labelKey) {
        return new PickerField(name, labelKey, "", "", false, false);
    }

    public PickerField hint(String key) {
        return new PickerField(name, labelKey, key, error, required, disabled);
    }

    public PickerField error(String message) {
        return new PickerField(name, labelKey, hintKey, message, required, disabled);
    }

    public PickerField mandatory() {
        return new PickerField(name, labelKey, hintKey, error, true, disabled);
    }

    public PickerField disable() {
        return new PickerField(name, labelKey, hintKey, error, required, true);
    }

    /** The value of {@code aria-describedby}: what is wrong and the hint, as far as there are any. */
    public String describedBy() {
        String ids = (error.isEmpty() ? "" : name + "-error ") + (hintKey.isEmpty() ? "" : name + "-hint");
        return ids.strip();
    }
}
