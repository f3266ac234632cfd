package org.aeoreach.enquiry.ask;

import java.time.Instant;
import org.aeoreach.enquiry.EnquiryView.UnitOf;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry as its asker sees it.
 *
 * @param unit the one that answers
 * @param mine whether the viewer asked it himself
 */
public record AskedView(
        long id,
        String number,
        String subject,
        Stage stage,
        UnitOf unit,
        String askerName,
        Language language,
        boolean mine,
        boolean forColleagues,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt) {

    /** How far it is. */
    public enum Stage {
        RECEIVED,
        IN_HAND,
        ASKED_BACK,
        ANSWERED,
        CLOSED;

        /** Whether the asker's next words open it again. */
        public boolean over() {
            return this == ANSWERED || this == CLOSED;
        }
    }

    static final String SELECT = "select e.id, e.number, e.subject, e.stage, e.unit_id, e.org_path, n.zh, n.en,"
            + " e.asker_name, e.language, e.account_id is not distinct from"
            + " nullif(current_setting('app.account', true), '')::bigint, e.for_colleagues, e.asked_at, e.answered_at,"
            + " e.closed_at from enquiry e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null";

    static AskedView of(Rows.Row row) {
        return new AskedView(
                row.id(0),
                row.text(1),
                row.text(2),
                Stage.valueOf(row.text(3)),
                new UnitOf(row.id(4), row.text(5), row.text(6), row.textOrNull(7)),
                row.text(8),
                row.text(9).equals("en") ? Language.EN : Language.ZH,
                row.flag(10),
                row.flag(11),
                row.instant(12),
                row.instantOrNull(13),
                row.instantOrNull(14));
    }
}
