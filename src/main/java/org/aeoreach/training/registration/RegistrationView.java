package org.aeoreach.training.registration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.field.GivenAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A registration with the session it is for.
 *
 * @param row its place among those who wait, from 1, or null
 * @param offeredUntil until when the seat offered can be accepted, or null
 * @param reason why it was refused or given up, or null
 * @param delegateZh as what he comes to a conference, or null
 * @param link where an online session is, for who is registered, or null
 * @param open whether anything can still be done with it: the session is out and not over
 */
public record RegistrationView(
        long id,
        String number,
        RegistrationStatus status,
        String name,
        String mail,
        @Nullable Long enterprise,
        @Nullable Long row,
        @Nullable Instant offeredUntil,
        @Nullable String reason,
        Instant createdAt,
        long session,
        String sessionNumber,
        String titleZh,
        @Nullable String titleEn,
        Instant startsAt,
        Instant endsAt,
        String zone,
        @Nullable String placeZh,
        @Nullable String placeEn,
        @Nullable String link,
        boolean off,
        String sessionPath,
        List<GivenAnswer> answers,
        @Nullable String delegateZh,
        @Nullable String delegateEn,
        boolean open) {

    static final String SELECT = "select r.id, r.number, r.status, r.name, r.mail, r.enterprise_id,"
            + " training_row(r.id), r.offered_until, r.reason, r.created_at, o.id, o.number, o.title_zh, o.title_en,"
            + " o.starts_at, o.ends_at, o.zone, o.place_zh, o.place_en, training_link(r.id), o.status = 'CANCELLED',"
            + " o.org_path, cast(training_answers(r.answers) as text), d.name_zh, d.name_en,"
            + " o.status = 'PUBLISHED' and o.ends_at > now()"
            + " from training_registration r join training_offer o on o.id = r.session_id"
            + " left join training_delegate_type d on d.id = r.delegate_type";

    /** Message key of what is said to who has just registered somebody. */
    public String done() {
        return "session.done." + status.name().toLowerCase(Locale.ROOT);
    }

    static RegistrationView of(Rows.Row row) {
        return new RegistrationView(
                row.id(0),
                row.text(1),
                RegistrationStatus.valueOf(row.text(2)),
                row.text(3),
                row.text(4),
                row.idOrNull(5),
                row.idOrNull(6),
                row.instantOrNull(7),
                row.textOrNull(8),
                row.instant(9),
                row.id(10),
                row.text(11),
                row.text(12),
                row.textOrNull(13),
                row.instant(14),
                row.instant(15),
                row.text(16),
                row.textOrNull(17),
                row.textOrNull(18),
                row.textOrNull(19),
                row.flag(20),
                row.text(21),
                GivenAnswer.read(row.text(22)),
                row.textOrNull(23),
                row.textOrNull(24),
                row.flag(25));
    }
}
