package org.aeoreach.training.presence;

import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a list of participants.
 *
 * @param minutes of the session he was there
 * @param enough whether that is enough to count
 * @param registered name and address under which he may be registered, or null
 */
public record PresenceView(
        long id,
        String name,
        @Nullable String mail,
        int minutes,
        boolean enough,
        PresenceMatch found,
        @Nullable Long registration,
        @Nullable String registered) {

    static final String SELECT = "select p.id, p.name, p.mail, p.minutes, p.minutes * 6000 >= s.min_share"
            + " * extract(epoch from s.ends_at - s.starts_at), p.found, p.registration_id,"
            + " r.name || ' · ' || r.mail from training_presence p join training_session s on s.id = p.session_id"
            + " left join training_registration r on r.id = p.registration_id";

    static PresenceView of(Rows.Row row) {
        return new PresenceView(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                (int) row.id(3),
                row.flag(4),
                PresenceMatch.valueOf(row.text(5)),
                row.idOrNull(6),
                row.textOrNull(7));
    }
}
