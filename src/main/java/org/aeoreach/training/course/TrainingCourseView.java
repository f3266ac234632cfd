package org.aeoreach.training.course;

import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TeachingLanguage;
import org.aeoreach.training.TrainingAudience;
import org.jspecify.annotations.Nullable;

/**
 * A course as it stands.
 *
 * @param minutes of teaching
 * @param documents codes of documents of the library it rests on, in their order
 * @param own whether the viewer may change it: one of his unit or of a unit below
 */
public record TrainingCourseView(
        long id,
        String code,
        String titleZh,
        @Nullable String titleEn,
        List<TrainingAudience> audience,
        int minutes,
        List<TeachingLanguage> languages,
        @Nullable String summaryZh,
        @Nullable String summaryEn,
        CourseStatus status,
        List<String> documents,
        String unitZh,
        @Nullable String unitEn,
        String orgPath,
        boolean own,
        long version) {

    static final String SELECT = "select c.id, c.code, c.title_zh, c.title_en, array_to_string(c.audience, ','),"
            + " c.minutes, array_to_string(c.languages, ','), c.summary_zh, c.summary_en, c.status,"
            + " (select coalesce(string_agg(d.code, ',' order by d.position), '') from training_course_document d"
            + " where d.course_id = c.id), n.zh, n.en, c.org_path,"
            + " coalesce(c.org_path >= nullif(current_setting('app.write_lo', true), '')"
            + " and c.org_path < current_setting('app.write_hi', true), false), c.version from training_course c"
            + " join unit_name n on n.unit_id = c.unit_id and n.valid_to is null";

    static TrainingCourseView of(Rows.Row row) {
        return new TrainingCourseView(
                row.id(0),
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                split(row.text(4)).stream().map(TrainingAudience::valueOf).toList(),
                Math.toIntExact(row.id(5)),
                split(row.text(6)).stream().map(TeachingLanguage::valueOf).toList(),
                row.textOrNull(7),
                row.textOrNull(8),
                CourseStatus.valueOf(row.text(9)),
                split(row.text(10)),
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
