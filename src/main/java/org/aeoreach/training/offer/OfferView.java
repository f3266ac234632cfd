package org.aeoreach.training.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TrainingAudience;
import org.aeoreach.training.session.SessionTeacher;
import org.aeoreach.training.session.TaughtIn;
import org.aeoreach.training.session.TrainingKind;
import org.jspecify.annotations.Nullable;

/**
 * A session as everybody may see it.
 *
 * @param online whether one can take part over a link, which who is registered is told
 * @param registrationUntil the moment from which nobody can register, or null
 * @param free seats free for who looks, or null when there are as many as come
 * @param open whether one can register now
 * @param off whether it was called off
 * @param approval whether the organiser approves who comes
 * @param unreachedFirst whether people of enterprises nobody has reached move up before others
 * @param early whether registration has still to begin
 * @param courseZh the course it teaches, or null
 * @param over whether it has ended, or was called off: nothing is done with a seat at it any more
 */
public record OfferView(
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
        boolean online,
        TaughtIn taughtIn,
        List<TrainingAudience> audience,
        String unitZh,
        @Nullable String unitEn,
        @Nullable Integer perEnterprise,
        @Nullable Instant registrationFrom,
        @Nullable Instant registrationUntil,
        @Nullable Long free,
        boolean open,
        boolean off,
        @Nullable String reason,
        boolean approval,
        boolean unreachedFirst,
        boolean early,
        @Nullable String courseZh,
        @Nullable String courseEn,
        List<SessionTeacher> teachers,
        boolean over) {

    /** It is no part of a conference, which stands in the programme there. */
    public static final String WHOLE = "not exists (select from training_part p where p.id = o.id)";

    static final String OPEN = "(o.status = 'PUBLISHED' and o.starts_at > now() and " + WHOLE
            + " and coalesce(o.registration_from <= now(), true) and coalesce(o.registration_until > now(), true))";
    /** Officers find their own sessions at the desk. */
    public static final String OUTWARD = "not 'OFFICERS' = any (o.audience)";

    /** Offers under {@code o}, with the name of the unit and the course. */
    public static final String FROM =
            " from training_offer o join unit_name n on n.unit_id = o.unit_id and n.valid_to is null"
                    + " join training_offer_taught w on w.session_id = o.id";

    static final String SELECT =
            "select o.id, o.number, o.kind, o.title_zh, o.title_en, o.text_zh, o.text_en, o.starts_at,"
                    + " o.ends_at, o.zone, o.place_zh, o.place_en, o.online, o.language, array_to_string(o.audience, ','), n.zh, n.en,"
                    + " o.per_enterprise, o.registration_from, o.registration_until, training_free_here(o.id), " + OPEN
                    + ", o.status = 'CANCELLED', o.reason, o.approval,"
                    + " w.unreached_first, coalesce(o.registration_from > now(), false), w.course_zh, w.course_en, cast(w.teachers as text),"
                    + " o.status <> 'PUBLISHED' or o.ends_at <= now()"
                    + FROM;

    /** The day it begins at its place. */
    public LocalDate day() {
        return startsAt.atZone(ZoneId.of(zone)).toLocalDate();
    }

    /** Whether it is for officers: the public is told nothing of it. */
    public boolean forOfficers() {
        return audience.contains(TrainingAudience.OFFICERS);
    }

    /** Whether who registers now has to wait. */
    public boolean full() {
        return free != null && free <= 0;
    }

    static OfferView of(Rows.Row row) {
        Long share = row.idOrNull(17);
        return new OfferView(
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
                row.flag(12),
                TaughtIn.valueOf(row.text(13)),
                Arrays.stream(row.text(14).split(","))
                        .map(TrainingAudience::valueOf)
                        .toList(),
                row.text(15),
                row.textOrNull(16),
                share == null ? null : share.intValue(),
                row.instantOrNull(18),
                row.instantOrNull(19),
                row.idOrNull(20),
                row.flag(21),
                row.flag(22),
                row.textOrNull(23),
                row.flag(24),
                row.flag(25),
                row.flag(26),
                row.textOrNull(27),
                row.textOrNull(28),
                SessionTeacher.read(row.text(29)),
                row.flag(30));
    }
}
