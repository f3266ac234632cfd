package org.aeoreach.web.picker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field for one enterprise. In the form it is three: {@code <name>} the id, {@code <name>Text} what was typed, and
 * {@code <name>Choice} the id picked from the matches.
 *
 * @param text as typed, or the name of what is chosen
 * @param id what is chosen, or null
 * @param matches what the typed text may mean, to choose from; empty when that is clear
 */
public record EnterprisePicker(
        PickerField field, String text, @Nullable Long id, List<EnterpriseChoice> matches) {

    /** What a form sent for such a field; nulls where it sent nothing. */
    public record Typed(
            String name,
            @Nullable String id,
            @Nullable String text,
            @Nullable String choice) {}

    public static EnterprisePicker empty(PickerField field) {
        return new EnterprisePicker(field, "", null, List.of());
    }
}
