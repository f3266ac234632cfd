package org.aeoreach.training.trainer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TeachingLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A trainer as he stands.
 *
 * @param accountId of an officer; null for a person from outside
 * @param teachesUntil last day on which he teaches, or null
 * @param over whether that day is past
 * @param courses he can teach, as far as the viewer reads them
 * @param own whether the viewer may change him: one of his unit or of a unit below
 */
public record TrainerView(
        long id,
        @Nullable Long accountId,
        String name,
        @Nullable String latinName,
        @Nullable String organisation,
        String qualificationZh,
        @Nullable String qualificationEn,
        List<TeachingLanguage> languages,
        @Nullable LocalDate teachesUntil,
        boolean over,
        List<Long> courses,
        String unitZh,
        @Nullable String unitEn,
        String orgPath,
        boolean own,
        long version) {

    static final String SELECT = "select t.id, t.account_id, t.name_zh, t.name_en, t.organisation, t.qualification_zh,"
            + " t.qualification_en, array_to_string(t.languages, ','), t.until,"
            + " coalesce(t.until < china_day(), false),"
            + " (select coalesce(string_agg(cast(c.id as text), ',' order by c.org_path, c.code), '')"
            + " from training_trainer_course p join training_course c on c.id = p.course_id where p.trainer_id = t.id),"
            + " n.zh, n.en, t.org_path, coalesce(t.org_path >= nullif(current_setting('app.write_lo', true), '')"
            + " and t.org_path < current_setting('app.write_hi', true), false), t.version from training_trainer t"
            + " join unit_name n on n.unit_id = t.unit_id and n.valid_to is null";

    static TrainerView of(Rows.Row row) {
        return new TrainerView(
                row.id(0),
                row.idOrNull(1),
                row.text(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.text(5),
                row.textOrNull(6),
                split(row.text(7)).stream().map(TeachingLanguage::valueOf).toList(),
                row.dateOrNull(8),
                row.flag(9),
                split(row.text(10)).stream().map(Long::valueOf).toList(),
                row.text(11),
                row.textOrNull(12),
                row.text(13),
                row.flag(14),
                row.id(15));
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
