package org.aeoreach.training.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TrainingAudience;
import org.aeoreach.training.booking.BookingStatus;
import org.jspecify.annotations.Nullable;

/**
 * A session as officers see it.
 *
 * @param zone of its place; its times are told in it
 * @param registrationUntil the moment from which nobody can register, or null
 * @param reason why it is off, or what was said when it was moved
 * @param sequence how often time or place changed since it was published
 * @param own whether the viewer may change it
 * @param series what the sessions planned in one go have in common, or null
 * @param conference number of the conference it is a part of, or null
 * @param planned number of the planned activity of its campaign it carries out, or null
 * @param template whether it is a pattern for others, of its unit alone; then its day means nothing
 */
public record TrainingView(
        long id,
        String number,
        TrainingKind kind,
        String titleZh,
        @Nullable String titleEn,
        @Nullable String textZh,
        @Nullable String textEn,
        Instant startsAt,
        Instant endsAt,
        String zone,
        @Nullable String placeZh,
        @Nullable String placeEn,
        @Nullable String link,
        TaughtIn taughtIn,
        List<TrainingAudience> audience,
        @Nullable Instant registrationFrom,
        @Nullable Instant registrationUntil,
        @Nullable Long campaign,
        String unitZh,
        @Nullable String unitEn,
        String orgPath,
        TrainingStatus status,
        @Nullable String reason,
        int sequence,
        SeatRules seats,
        boolean own,
        long version,
        @Nullable SessionCourse course,
        @Nullable SessionRoom room,
        List<SessionTeacher> trainers,
        @Nullable Long series,
        boolean template,
        @Nullable Long conference,
        @Nullable Long planned) {

    private static final String HELD =
            "(select count(*) from training_registration r where r.session_id = s.id and r.status ";
    static final String SELECT =
            "select s.id, s.number, s.kind, s.title_zh, s.title_en, s.text_zh, s.text_en, s.starts_at,"
                    + " s.ends_at, s.zone, s.place_zh, s.place_en, case when training_written_below(s.org_path) then s.link end,"
                    + " s.language, array_to_string(s.audience, ','),"
                    + " s.registration_from, s.registration_until, s.campaign_id, n.zh, n.en, s.org_path, s.status, s.reason,"
                    + " s.sequence, s.capacity, s.per_enterprise, (select string_agg(u.code || ' ' || q.seats, chr(10)"
                    + " order by u.code) from training_quota q join unit u on u.id = q.unit_id where q.session_id = s.id),"
                    + " s.release_on, s.released, s.priority_unreached, s.approval, s.accept_hours,"
                    + " (select sum(p.taken) from training_seat_pool p where p.session_id = s.id), "
                    + HELD + "= 'WAITING'), " + HELD + "= 'REQUESTED'), training_written_below(s.org_path), s.version,"
                    + " s.course_id, c.code, c.title_zh, c.title_en, s.room_id, s.room_status,"
                    + " case when training_written_below(s.org_path) then s.room_reason end, coalesce(s.link = m.link, false),"
                    + " cast(training_teachers(s.id) as text), s.series_id, s.template, s.parent_id, s.planned_id"
                    + " from training_session s join unit_name n on n.unit_id = s.unit_id and n.valid_to is null"
                    + " left join training_course c on c.id = s.course_id left join training_room m on m.id = s.room_id";

    /** A moment as a clock at its place shows it. */
    public LocalDateTime local(Instant at) {
        return at.atZone(ZoneId.of(zone)).toLocalDateTime();
    }

    /** The moment at which a clock at its place shows this. */
    Instant at(LocalDateTime local) {
        return local.atZone(ZoneId.of(zone)).toInstant();
    }

    /** Whether it is for officers, who register themselves, and not for enterprises. */
    public boolean forOfficers() {
        return audience.contains(TrainingAudience.OFFICERS);
    }

    /** The last day on which one can register, or null. */
    public @Nullable LocalDate lastDay() {
        return registrationUntil == null
                ? null
                : local(registrationUntil.minusSeconds(1)).toLocalDate();
    }

    static TrainingView of(Rows.Row row) {
        return new TrainingView(
                row.id(0),
                row.text(1),
                TrainingKind.valueOf(row.text(2)),
                row.text(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.instant(7),
                row.instant(8),
                row.text(9),
                row.textOrNull(10),
                row.textOrNull(11),
                row.textOrNull(12),
                TaughtIn.valueOf(row.text(13)),
                Arrays.stream(row.text(14).split(","))
                        .map(TrainingAudience::valueOf)
                        .toList(),
                row.instantOrNull(15),
                row.instantOrNull(16),
                row.idOrNull(17),
                row.text(18),
                row.textOrNull(19),
                row.text(20),
                TrainingStatus.valueOf(row.text(21)),
                row.textOrNull(22),
                (int) row.id(23),
                seats(row),
                row.flag(35),
                row.id(36),
                course(row),
                room(row),
                SessionTeacher.read(row.text(45)),
                row.idOrNull(46),
                row.flag(47),
                row.idOrNull(48),
                row.idOrNull(49));
    }

    private static @Nullable SessionCourse course(Rows.Row row) {
        return row.textOrNull(38) == null
                ? null
                : new SessionCourse(row.id(37), row.text(38), row.text(39), row.textOrNull(40));
    }

    private static @Nullable SessionRoom room(Rows.Row row) {
        Long room = row.idOrNull(41);
        String status = row.textOrNull(42);
        return room == null
                ? null
                : new SessionRoom(
                        room, status == null ? null : BookingStatus.valueOf(status), row.textOrNull(43), row.flag(44));
    }

    private static SeatRules seats(Rows.Row row) {
        return new SeatRules(
                number(row, 24),
                number(row, 25),
                Quota.read(row.textOrNull(26)),
                row.dateOrNull(27),
                row.flag(28),
                row.flag(29),
                row.flag(30),
                (int) row.id(31),
                row.id(32),
                row.id(33),
                row.id(34));
    }

    private static @Nullable Integer number(Rows.Row row, int column) {
        Long number = row.idOrNull(column);
        return number == null ? null : number.intValue();
    }
}
