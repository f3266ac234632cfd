package org.aeoreach.training.conference;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingStatus;
import org.jspecify.annotations.Nullable;

/**
 * A part of a conference.
 *
 * @param track number of its track, or null where it is for all
 * @param seats seats of a break-out, or null for as many as come
 * @param free seats free in it, or null when there are as many as come
 */
public record PartView(
        long id,
        String number,
        ConferencePart part,
        @Nullable Long track,
        String titleZh,
        @Nullable String titleEn,
        @Nullable String textZh,
        @Nullable String textEn,
        Instant startsAt,
        Instant endsAt,
        String zone,
        @Nullable String placeZh,
        @Nullable String placeEn,
        @Nullable Integer seats,
        @Nullable Long free,
        TrainingStatus status,
        @Nullable String reason,
        long version,
        List<SpeakerView> speakers) {

    private static final String COLUMNS =
            "select s.id, s.number, s.part, s.track_id, s.title_zh, s.title_en, s.text_zh, s.text_en, s.starts_at,"
                    + " s.ends_at, s.zone, s.place_zh, s.place_en, s.capacity, training_free_here(s.id), s.status,"
                    + " s.reason, ";
    /** For officers who see the conference, drafts included. */
    static final String PLANNED = COLUMNS + "s.version from training_session s where s.parent_id = ?1";
    /** For everybody. */
    static final String OUT = COLUMNS + "0 from training_part s where s.parent_id = ?1";

    static final String ORDER = " order by s.starts_at, s.track_id nulls first, s.id";

    static PartView of(Rows.Row row) {
        Long seats = row.idOrNull(13);
        return new PartView(
                row.id(0),
                row.text(1),
                ConferencePart.valueOf(row.text(2)),
                row.idOrNull(3),
                row.text(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.instant(8),
                row.instant(9),
                row.text(10),
                row.textOrNull(11),
                row.textOrNull(12),
                seats == null ? null : seats.intValue(),
                row.idOrNull(14),
                TrainingStatus.valueOf(row.text(15)),
                row.textOrNull(16),
                row.id(17),
                List.of());
    }

    PartView with(List<SpeakerView> who) {
        return new PartView(
                id, number, part, track, titleZh, titleEn, textZh, textEn, startsAt, endsAt, zone, placeZh, placeEn,
                seats, free, status, reason, version, who);
    }

    public boolean off() {
        return status == TrainingStatus.CANCELLED;
    }

    /** Whether nothing about it can be changed any more. */
    public boolean over() {
        return off() || status == TrainingStatus.HELD;
    }

    /** Whether delegates register for it. */
    public boolean chosen() {
        return part == ConferencePart.BREAKOUT;
    }

    /** When it begins by the clock at its place. */
    public ZonedDateTime from() {
        return startsAt.atZone(ZoneId.of(zone));
    }

    public ZonedDateTime until() {
        return endsAt.atZone(ZoneId.of(zone));
    }
}
