package org.aeoreach.training.closing;

import java.time.Instant;
import java.util.Objects;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A question raised at a session.
 *
 * @param enterprise number of the asker's enterprise, or null
 * @param nameZh of that enterprise, or null where there is none or the viewer does not see it
 * @param enquiry number of the enquiry it became, or null
 * @param enquiryNumber the same for people
 */
public record RaisedView(
        long id,
        long session,
        String name,
        @Nullable String mail,
        @Nullable Long enterprise,
        @Nullable String nameZh,
        @Nullable String nameEn,
        String question,
        Language language,
        @Nullable Long enquiry,
        @Nullable String enquiryNumber,
        Instant enteredAt) {

    static final String SELECT = "select q.id, q.session_id, q.name, q.mail, q.enterprise_id, e.name_zh, e.name_en,"
            + " q.words, q.language, q.enquiry_id, q.enquiry_number, q.entered_at from training_raised q"
            + " left join enterprise e on e.id = q.enterprise_id where q.session_id = ?1";

    static RaisedView of(Rows.Row row) {
        return new RaisedView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.idOrNull(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.text(7),
                Objects.requireNonNull(Language.of(row.text(8))),
                row.idOrNull(9),
                row.textOrNull(10),
                row.instant(11));
    }
}
