package org.aeoreach.training.certificate;

import java.time.Instant;
import java.util.Objects;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of attendance.
 *
 * @param code stands in its QR code; who has it and the number is shown whose it is
 * @param language of who attended
 * @param minutes attended, or those of the session where that is not known
 * @param trainersZh their names, or null where they are not known
 * @param revokedAt since when it is not valid any more, or null
 */
public record CertificateView(
        long id,
        String number,
        String code,
        String name,
        Language language,
        String titleZh,
        @Nullable String titleEn,
        Instant startsAt,
        Instant endsAt,
        String zone,
        long minutes,
        String unitZh,
        @Nullable String unitEn,
        @Nullable String trainersZh,
        @Nullable String trainersEn,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        long session) {

    static final String COLUMNS =
            "h.id, h.number, h.code, h.name, h.language, h.title_zh, h.title_en, h.starts_at, h.ends_at, h.zone,"
                    + " h.minutes, h.unit_zh, h.unit_en, h.trainers_zh, h.trainers_en, h.issued_at, h.revoked_at, h.session_id";

    public boolean valid() {
        return revokedAt == null;
    }

    /** Where anybody may have it verified, below the address of the server. */
    public String verifying() {
        return "/portal/certificates/" + number + "?code=" + code;
    }

    static CertificateView of(Rows.Row row) {
        return new CertificateView(
                row.id(0),
                row.text(1),
                row.text(2),
                row.text(3),
                Objects.requireNonNull(Language.of(row.text(4))),
                row.text(5),
                row.textOrNull(6),
                row.instant(7),
                row.instant(8),
                row.text(9),
                row.id(10),
                row.text(11),
                row.textOrNull(12),
                row.textOrNull(13),
                row.textOrNull(14),
                row.instant(15),
                row.instantOrNull(16),
                row.id(17));
    }
}
