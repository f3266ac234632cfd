package org.aeoreach.training.after;

import java.time.Instant;
import java.util.Objects;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingStatus;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a secret link, and the session it is about.
 *
 * @param registration number of his registration, or null when he came unannounced
 * @param registered whether he holds or held a seat
 * @param attendance number of his attendance, or null when he was not there, or nobody knows
 * @param course number of the course taught, or null
 */
public record Guest(
        @Nullable Long registration,
        boolean registered,
        @Nullable Long attendance,
        String name,
        Language language,
        long session,
        String sessionPath,
        TrainingStatus status,
        @Nullable Long course,
        String titleZh,
        @Nullable String titleEn,
        Instant startsAt,
        Instant endsAt,
        String zone) {

    /** Whether he was there. */
    public boolean came() {
        return attendance != null;
    }

    static Guest of(Rows.Row row) {
        return new Guest(
                row.idOrNull(0),
                "REGISTERED".equals(row.textOrNull(1)),
                row.idOrNull(2),
                row.text(3),
                Objects.requireNonNull(Language.of(row.text(4))),
                row.id(5),
                row.text(6),
                TrainingStatus.valueOf(row.text(7)),
                row.idOrNull(8),
                row.text(9),
                row.textOrNull(10),
                row.instant(11),
                row.instant(12),
                row.text(13));
    }
}
