package org.aeoreach.web.form;

import java.util.Arrays;
import java.util.List;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Something to choose in a select, a radio group or check boxes.
 *
 * @param label in the reader's language
 * @param group heading under which a select lists it, or null; options of a group stand together
 */
public record Option(String value, String label, @Nullable String group) {

    public Option(String value, String label) {
        this(value, label, null);
    }

    /** The constants of an enumeration, worded by the messages {@code <prefix><CONSTANT>}. */
    public static List<Option> of(Page page, String prefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Option(constant.name(), page.t(prefix + constant.name())))
                .toList();
    }
}
