package org.aeoreach.web.picker;

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
}
