package org.aeoreach.enterprise.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Who looked at which enterprise, newest first by keyset; each way of asking is one walk along an index. */
@ApplicationScoped
public class RecordViewRows {

    // The names of who looked are asked for the rows of one page only.
    private static final String SELECT =
            "select v.id, v.at, v.account_id, f.login, f.name_zh, f.name_en, f.role, f.unit_zh,"
                    + " f.unit_en, v.absent_id, v.token_name, e.id as of, e.name_zh as of_zh, e.name_en as of_en, e.customs_code"
                    + " from (select * from record_view v where ";
    private static final String NAMES =
            " order by v.at desc, v.id desc limit ?) v join enterprise e on e.id = v.enterprise_id"
                    + " cross join lateral viewer_facts(v.account_id, v.assignment_id) f order by v.at desc, v.id desc";

    @Inject
    private Bound bound;

    /** What is asked for; what is null is not asked. */
    public static class Asked {

        @QueryParam("person")
        private @Nullable Long person;

        @QueryParam("enterprise")
        private @Nullable Long enterprise;

        @QueryParam("from")
        private @Nullable String from;

        @QueryParam("to")
        private @Nullable String to;

        /** The condition, with its values in order. */
        String sql(List<Object> values) {
            StringBuilder sql = new StringBuilder("true");
            if (person != null) {
                sql.append(" and v.account_id = ?");
                values.add(person);
            }
            if (enterprise != null) {
                sql.append(" and v.enterprise_id = ?");
                values.add(enterprise);
            }
            if (from != null && !from.isEmpty()) {
                sql.append(" and v.at >= cast(? as timestamptz)");
                values.add(start(day("from", from)));
            }
            if (to != null && !to.isEmpty()) {
                sql.append(" and v.at < cast(? as timestamptz)");
                values.add(start(day("to", to).plusDays(1)));
            }
            return sql.toString();
        }

        private static String start(LocalDate day) {
            return day.atStartOfDay(Time.ZONE).toInstant().toString();
        }

        private static LocalDate day(String field, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                throw Problem.invalid(field, "web.invalid.date");
            }
        }
    }

    /**
     * @param after cursor of the page before
     * @throws Problem 400 for a day or a cursor that cannot be read
     */
    @Transactional
    public Slice<RecordView> list(Asked asked, String after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(SELECT).append(asked.sql(values));
        if (!after.isEmpty()) {
            String[] parts = after.split("/", 2);
            sql.append(" and (v.at, v.id) < (cast(? as timestamptz), ?)");
            values.add(instant(parts[0]).toString());
            values.add(id(parts));
        }
        values.add(limit + 1);
        return Slice.of(
                Rows.list(bound.query(sql.append(NAMES).toString(), values.toArray()), RecordViewRows::view),
                limit,
                view -> view.at() + "/" + view.id());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
    }

    private static long id(String[] parts) {
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,18}")) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
        return Long.parseLong(parts[1]);
    }

    private static RecordView view(Rows.Row row) {
        return new RecordView(
                row.id(0),
                row.instant(1),
                row.id(2),
                row.text(3),
                row.text(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.idOrNull(9),
                row.textOrNull(10),
                row.id(11),
                row.text(12),
                row.textOrNull(13),
                row.textOrNull(14));
    }
}
