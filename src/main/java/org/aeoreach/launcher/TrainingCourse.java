package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A course every installation starts with, kept and open at the General Administration. What people made of one that is
 * there already is left alone.
 *
 * @param names in Chinese and in English
 * @param audience codes between blanks; so languages, and documents, which need not be there yet
 * @param summaries in Chinese and in English
 */
record TrainingCourse(
        String code,
        List<String> names,
        String audience,
        String minutes,
        String languages,
        List<String> summaries,
        String documents) {

    static final String FILE = "reference/training-courses.csv";

    private static final List<String> COLUMNS = List.of(
            "code",
            "title_zh",
            "title_en",
            "audience",
            "minutes",
            "languages",
            "summary_zh",
            "summary_en",
            "documents");

    private static final String MISSING = """
            with made as (
                insert into aeo.training_course (unit_id, org_path, code, title_zh, title_en, audience, minutes, languages,
                    summary_zh, summary_en, status)
                select u.id, u.org_path, r.code, r.zh, r.en, string_to_array(r.audience, ' '), r.minutes::int,
                    string_to_array(r.languages, ' '), r.summary_zh, r.summary_en, 'OPEN'
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality r (code, zh, en, audience, minutes, languages,
                        summary_zh, summary_en, nr)
                    join aeo.unit u on u.code = '0000'
                where not exists (select from aeo.training_course c where c.unit_id = u.id and c.code = r.code)
                order by r.nr
                returning id, code)
            insert into aeo.training_course_document (course_id, code, position)
            select m.id, d.code, d.nr from made m join unnest(?, ?) r (code, documents) on r.code = m.code
                cross join lateral unnest(string_to_array(r.documents, ' ')) with ordinality d (code, nr)
            """;

    static List<TrainingCourse> all() {
        return CsvFile.resource(FILE, COLUMNS, TrainingCourse::of);
    }

    private static TrainingCourse of(CsvRow row) {
        return new TrainingCourse(
                row.text("code"),
                List.of(row.text("title_zh"), row.text("title_en")),
                row.text("audience"),
                row.text("minutes"),
                row.text("languages"),
                List.of(row.text("summary_zh"), row.text("summary_en")),
                row.text("documents"));
    }

    /** @return how many documents of new courses were named; none when no course is new */
    static int load(Connection connection, List<TrainingCourse> all) throws SQLException {
        return BulkInsert.run(
                connection,
                MISSING,
                all,
                TrainingCourse::code,
                course -> course.names().get(0),
                course -> course.names().get(1),
                TrainingCourse::audience,
                TrainingCourse::minutes,
                TrainingCourse::languages,
                course -> course.summaries().get(0),
                course -> course.summaries().get(1),
                TrainingCourse::code,
                TrainingCourse::documents);
    }
}
