package org.aeoreach.enterprise.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was recorded.
 *
 * @param unitZh the unit that recorded it, by its name of today
 * @param personZh who recorded it, or null when the viewer may not see him
 * @param retractedAt when it was found to be a mistake, or null
 */
public record JourneyEntry(
        long id,
        String step,
        String fromStep,
        LocalDate happenedOn,
        @Nullable String note,
        String unitZh,
        @Nullable String unitEn,
        @Nullable String personZh,
        @Nullable String personEn,
        Instant createdAt,
        @Nullable Instant retractedAt,
        @Nullable String retractNote,
        List<Attachment> files) {

    /** A file that belongs to it, at {@code /files/<id>}. */
    public record Attachment(long id, String name) {}
}
