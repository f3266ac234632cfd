package org.aeoreach.training.conference;

import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Who speaks in a part. */
public record SpeakerView(
        long id,
        long part,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String postZh,
        @Nullable String postEn,
        @Nullable String organisationZh,
        @Nullable String organisationEn) {

    static final String SELECT =
            "select p.id, p.session_id, p.name_zh, p.name_en, p.post_zh, p.post_en, p.organisation_zh,"
                    + " p.organisation_en from training_speaker p";

    static SpeakerView of(Rows.Row row) {
        return new SpeakerView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7));
    }
}
