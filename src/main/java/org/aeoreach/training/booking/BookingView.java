package org.aeoreach.training.booking;

import java.time.Instant;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it stands.
 *
 * @param unitZh whose room it is: who decides
 * @param byZh the unit that asked
 * @param decides whether the viewer decides about it
 * @param asks whether it is the viewer's to give up: one of his unit or of a unit below
 */
public record BookingView(
        long id,
        Place room,
        BookingKind kind,
        BookingStatus status,
        String title,
        @Nullable String reason,
        Instant from,
        Instant until,
        @Nullable Long sessionId,
        String unitZh,
        @Nullable String unitEn,
        String orgPath,
        String byZh,
        @Nullable String byEn,
        Instant askedAt,
        @Nullable Instant decidedAt,
        boolean decides,
        boolean asks,
        long version) {

    /** The room. */
    public record Place(
            long id,
            long baseId,
            String baseZh,
            @Nullable String baseEn,
            String roomZh,
            @Nullable String roomEn) {}

    static final String SELECT =
            "select b.id, b.room_id, r.base_id, s.name_zh, s.name_en, r.name_zh, r.name_en, b.kind,"
                    + " b.status, b.title, b.reason, lower(b.during), upper(b.during), b.session_id, n.zh, n.en, b.org_path,"
                    + " m.zh, m.en, b.asked_at, b.decided_at, " + own("b.org_path") + ", " + own("b.by_path")
                    + ", b.version"
                    + " from training_booking b join training_room r on r.id = b.room_id"
                    + " join training_base s on s.id = r.base_id"
                    + " join unit_name n on n.unit_id = b.unit_id and n.valid_to is null"
                    + " join unit_name m on m.unit_id = b.by_unit and m.valid_to is null";

    private static String own(String path) {
        return "coalesce(" + path + " >= nullif(current_setting('app.write_lo', true), '') and " + path
                + " < current_setting('app.write_hi', true), false)";
    }

    static BookingView of(Rows.Row row) {
        return new BookingView(
                row.id(0),
                new Place(row.id(1), row.id(2), row.text(3), row.textOrNull(4), row.text(5), row.textOrNull(6)),
                BookingKind.valueOf(row.text(7)),
                BookingStatus.valueOf(row.text(8)),
                row.text(9),
                row.textOrNull(10),
                row.instant(11),
                row.instant(12),
                row.idOrNull(13),
                row.text(14),
                row.textOrNull(15),
                row.text(16),
                row.text(17),
                row.textOrNull(18),
                row.instant(19),
                row.instantOrNull(20),
                row.flag(21),
                row.flag(22),
                row.id(23));
    }
}
