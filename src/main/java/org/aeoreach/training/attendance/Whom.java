package org.aeoreach.training.attendance;

import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes to a session or came, and of which enterprise he is.
 *
 * @param registration null: he came unannounced
 * @param attendance null: he is not there
 * @param employer whom he said he works for, or null
 */
public record Whom(
        @Nullable Long registration,
        @Nullable Long attendance,
        long session,
        @Nullable String number,
        String name,
        @Nullable String mail,
        @Nullable String employer,
        @Nullable Long enterprise) {

    private static final String WHO = "x.session_id, %s, x.name, x.mail, x.organisation, x.enterprise_id from %s";
    static final String REGISTERED =
            "select x.id, (select a.id from training_attendance a where a.registration_id = x.id), "
                    + WHO.formatted("x.number", "training_registration") + " x where x.id = ?1";
    static final String ATTENDED = "select x.registration_id, x.id, "
            + WHO.formatted(
                    "(select r.number from training_registration r where r.id = x.registration_id)",
                    "training_attendance")
            + " x where x.id = ?1";

    static Whom of(Rows.Row row) {
        return new Whom(
                row.idOrNull(0),
                row.idOrNull(1),
                row.id(2),
                row.textOrNull(3),
                row.text(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.idOrNull(7));
    }
}
