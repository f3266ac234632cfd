package org.aeoreach.enquiry.target;

import java.time.LocalDate;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Which authority an answer needs.
 *
 * @param topic null: all others
 * @param inForce whether it is the one of its topic that holds today
 * @param starting whether it came with the system: a value to begin with, no rule
 */
public record AuthorityView(
        long id,
        @Nullable String topic,
        @Nullable String topicZh,
        @Nullable String topicEn,
        Authority needs,
        LocalDate validFrom,
        boolean inForce,
        boolean starting) {

    static final String SELECT =
            "select a.id, a.topic, p.zh, p.en, a.needs, a.valid_from, a.valid_from <= china_day() and"
                    + " a.id = first_value(a.id) over (partition by a.topic order by a.valid_from > china_day(),"
                    + " a.valid_from desc, a.id desc), a.account_id is null from enquiry_authority a"
                    + " left join library_topic p on p.code = a.topic"
                    + " order by p.position nulls first, a.valid_from desc, a.id desc limit 500";

    static AuthorityView of(Rows.Row row) {
        return new AuthorityView(
                row.id(0),
                row.textOrNull(1),
                row.textOrNull(2),
                row.textOrNull(3),
                Authority.valueOf(row.text(4)),
                row.date(5),
                row.flag(6),
                row.flag(7));
    }
}
