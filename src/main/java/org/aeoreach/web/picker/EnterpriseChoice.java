package org.aeoreach.web.picker;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as it is offered.
 *
 * @param code ten-digit customs registration code, when it is known
 * @param houseZh the customs house it is registered with
 */
public record EnterpriseChoice(
        long id,
        @Nullable String code,
        String nameZh,
        @Nullable String nameEn,
        String houseZh,
        @Nullable String houseEn) {

    /** Whether the text is just this enterprise: its code or one of its names. */
    boolean named(String text) {
        return text.equals(code) || text.equalsIgnoreCase(nameZh) || text.equalsIgnoreCase(nameEn);
    }

    /** Whether the text stands in its code or one of its names as typed; what was guessed or read as pinyin does not. */
    boolean shows(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return (code != null && code.toLowerCase(Locale.ROOT).startsWith(wanted))
                || nameZh.toLowerCase(Locale.ROOT).contains(wanted)
                || (nameEn != null && nameEn.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
