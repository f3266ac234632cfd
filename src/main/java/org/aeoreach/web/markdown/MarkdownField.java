package org.aeoreach.web.markdown;

import java.util.Objects;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A formatted text in a form, as typed.
 *
 * @param error what is wrong, in the reader's language, or empty
 * @param preview how it will look, when that was asked for
 */
public record MarkdownField(
        String name,
        String labelKey,
        String text,
        String error,
        @Nullable SafeHtml preview,
        boolean disabled) {

    public static MarkdownField of(String name, String labelKey, String text) {
        return new MarkdownField(name, labelKey, text, "", null, false);
    }

    /** A field of a form, as typed; with the preview when the form was sent to see it. */
    public static MarkdownField of(Form form, String name) {
        String error = Objects.requireNonNullElse(form.error(name), "");
        MarkdownField field = of(name, form.label(name), form.value(name)).error(error);
        return form.value("preview").equals(name) ? field.previewed() : field;
    }

    public MarkdownField error(String message) {
        return new MarkdownField(name, labelKey, text, message, preview, disabled);
    }

    public MarkdownField disable() {
        return new MarkdownField(name, labelKey, text, error, preview, true);
    }

    /** With the text as it will look. */
    public MarkdownField previewed() {
        return new MarkdownField(name, labelKey, text, error, Markdown.html(text, 2), disabled);
    }
}
