package org.aeoreach.enquiry.target;

import java.time.LocalDate;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A target.
 *
 * @param unitId the unit it holds for with those below; null: everywhere
 * @param topicZh name of the topic; null: any
 * @param priority null: any
 * @param inForce whether it is the one of its kind that holds today
 * @param starting whether it came with the system: a value to begin with, no rule
 */
public record TargetView(
        long id,
        @Nullable Long unitId,
        @Nullable String unitZh,
        @Nullable String unitEn,
        TargetLevel level,
        @Nullable String topic,
        @Nullable String topicZh,
        @Nullable String topicEn,
        @Nullable Long priority,
        long minutes,
        long warnMinutes,
        LocalDate validFrom,
        boolean inForce,
        boolean starting) {

    static final String SELECT = "select t.id, t.unit_id, n.zh, n.en, t.level, t.topic, p.zh, p.en, t.priority,"
            + " t.minutes, t.warn_minutes, t.valid_from, t.valid_from <= china_day() and t.id = first_value(t.id) over ("
            + " partition by t.unit_id, t.level, t.topic, t.priority order by t.valid_from > china_day(),"
            + " t.valid_from desc, t.id desc), t.account_id is null and t.unit_id is null from enquiry_target t"
            + " left join unit_name n on n.unit_id = t.unit_id and n.valid_to is null"
            + " left join library_topic p on p.code = t.topic"
            + " where t.org_path is null or starts_with(?1, t.org_path) or starts_with(t.org_path, ?1)"
            + " order by t.org_path nulls first, array_position(array['HOUSE', 'DISTRICT', 'GACC', 'TOTAL'], t.level),"
            + " p.position nulls first, t.priority nulls first, t.valid_from desc, t.id desc limit 500";

    static TargetView of(Rows.Row row) {
        return new TargetView(
                row.id(0),
                row.idOrNull(1),
                row.textOrNull(2),
                row.textOrNull(3),
                TargetLevel.valueOf(row.text(4)),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.idOrNull(8),
                row.id(9),
                row.id(10),
                row.date(11),
                row.flag(12),
                row.flag(13));
    }

    /** Working hours it gives. */
    public String hours() {
        return Hours.of(minutes);
    }

    /** Working hours before the end at which one is warned. */
    public String warnHours() {
        return Hours.of(warnMinutes);
    }

    private static final class Hours {
        private static final long HOUR = 60;

        private Hours() {}

        static String of(long minutes) {
            return minutes % HOUR == 0
                    ? Long.toString(minutes / HOUR)
                    : Double.toString(Math.round(minutes * 10.0 / HOUR) / 10.0);
        }
    }
}
