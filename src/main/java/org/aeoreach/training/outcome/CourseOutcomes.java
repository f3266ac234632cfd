package org.aeoreach.training.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** The same for each course, one below the other. */
@ApplicationScoped
public class CourseOutcomes {

    /** Courses looked at while somebody waits. */
    public static final int MOST = 50;

    private static final String HELD = "from training_session s where s.course_id = c.id and s.status = 'HELD'"
            + " and s.org_path >= nullif(current_setting('app.lo', true), '')"
            + " and s.org_path < current_setting('app.hi', true)";
    private static final String SQL = "select o.present, o.step, o.months, o.enterprises, o.left_out, o.took, o.seen,"
            + " cast(null as int), cast(null as int), cast(null as int), c.id, c.title_zh, c.title_en, c.held, c.code"
            + " from (select c.id, c.code, c.title_zh, c.title_en, h.held, h.newest from training_course c cross join lateral"
            + " (select count(*) as held, max(s.starts_at) as newest " + HELD
            + ") h where h.held > 0 order by h.newest desc, c.id limit " + MOST + ") c"
            + " left join lateral training_outcome('COURSE', c.id) o on o.months is null order by c.newest desc, c.id";

    @Inject
    private Bound bound;

    /** A course of which sessions were held. @param sessions those of the viewer's unit and below */
    public record OfCourse(
            long course,
            String code,
            String titleZh,
            @Nullable String titleEn,
            long sessions,
            TrainingOutcome.Group present,
            TrainingOutcome.Group absent) {

        public OutcomeAbout about() {
            return new OutcomeAbout(OutcomeAbout.Kind.COURSE, course);
        }

        /** The list of these sessions. @param unit code of the viewer's unit */
        public String list(String unit) {
            return "/desk/trainings?status=HELD&unit=" + unit + "&course="
                    + URLEncoder.encode(code, StandardCharsets.UTF_8);
        }

        static OfCourse of(List<Line> lines) {
            Line first = lines.get(0);
            List<OutcomeRow> found = lines.stream()
                    .flatMap(line -> Stream.ofNullable(line.found()))
                    .toList();
            return new OfCourse(
                    first.course(),
                    first.code(),
                    first.titleZh(),
                    first.titleEn(),
                    first.sessions(),
                    OutcomeRow.group(true, found),
                    OutcomeRow.group(false, found));
        }
    }

    /** @param found null for a course after whose sessions nothing is known */
    private record Line(
            long course,
            String code,
            String titleZh,
            @Nullable String titleEn,
            long sessions,
            @Nullable OutcomeRow found) {

        static Line of(Rows.Row row) {
            return new Line(
                    row.id(10),
                    row.text(14),
                    row.text(11),
                    row.textOrNull(12),
                    row.id(13),
                    row.textOrNull(1) == null ? null : OutcomeRow.of(row));
        }
    }

    /** Those of which sessions were held last come first. */
    @Transactional
    public List<OfCourse> all() {
        Map<Long, List<Line>> byCourse = Rows.list(bound.query(SQL), Line::of).stream()
                .collect(Collectors.groupingBy(Line::course, LinkedHashMap::new, Collectors.toList()));
        return byCourse.values().stream().map(OfCourse::of).toList();
    }
}
