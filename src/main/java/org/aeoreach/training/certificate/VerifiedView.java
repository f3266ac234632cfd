package org.aeoreach.training.certificate;

import java.time.LocalDate;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What anybody is told of a certificate.
 *
 * @param day of the session
 * @param revokedOn since when it is not valid any more, or null
 * @param name whose it is, as are what follows told only to who has its code, else null
 */
public record VerifiedView(
        String number,
        LocalDate day,
        @Nullable LocalDate revokedOn,
        @Nullable String name,
        @Nullable String titleZh,
        @Nullable String titleEn,
        @Nullable String unitZh,
        @Nullable String unitEn,
        @Nullable Long minutes) {

    public boolean valid() {
        return revokedOn == null;
    }

    static VerifiedView of(Rows.Row row) {
        return new VerifiedView(
                row.text(0),
                row.date(1),
                row.dateOrNull(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.idOrNull(8));
    }
}
