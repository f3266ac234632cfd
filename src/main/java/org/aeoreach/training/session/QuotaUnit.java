package org.aeoreach.training.session;

import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Seats kept for enterprises of a unit, with its name. @param code its four-digit code */
public record QuotaUnit(
        String code, String nameZh, @Nullable String nameEn, long seats) {

    static QuotaUnit of(Rows.Row row) {
        return new QuotaUnit(row.text(0), row.text(1), row.textOrNull(2), row.id(3));
    }
}
