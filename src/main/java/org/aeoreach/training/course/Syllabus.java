package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.library.editing.Writing;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Reads and writes courses. */
@ApplicationScoped
public class Syllabus {

    private static final int MOST_DOCUMENTS = 20;
    private static final String ONE = TrainingCourseView.SELECT + " where c.id = ?1";
    private static final String LISTED = TrainingCourseView.SELECT + " where c.id > ?1 order by c.id limit ?2";
    private static final String OPEN = TrainingCourseView.SELECT + " where c.status = 'OPEN'"
            + " order by c.org_path, c.title_zh collate pinyin, c.id limit 500";
    private static final String SAME = "select 1 from training_course where code = ?1 and id <> ?2"
            + " and unit_id = coalesce((select o.unit_id from training_course o where o.id = ?2), ?3)";
    private static final String UNKNOWN =
            "select w.code from unnest(string_to_array(?1, ',')) with ordinality w (code, nr)"
                    + " where not exists (select from document d where d.code = w.code) order by w.nr limit 1";
    private static final String ADD =
            "insert into training_course (unit_id, org_path, code, title_zh, title_en, audience, minutes, languages,"
                    + " summary_zh, summary_en) values (?1, ?2, ?3, ?4, cast(?5 as text), string_to_array(?6, ','), ?7,"
                    + " string_to_array(?8, ','), cast(?9 as text), cast(?10 as text)) returning id";
    private static final String CHANGE = "code = ?, title_zh = ?, title_en = cast(? as text),"
            + " audience = string_to_array(?, ','), minutes = ?, languages = string_to_array(?, ','),"
            + " summary_zh = cast(? as text), summary_en = cast(? as text)";
    private static final String LINK = "insert into training_course_document (course_id, code, position)"
            + " select ?1, w.code, w.nr from unnest(string_to_array(?2, ',')) with ordinality w (code, nr)";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** @throws Problem 404 when there is none, or it is a draft of another unit */
    @Transactional
    public TrainingCourseView get(long id) {
        return Rows.one(bound.query(ONE, id), TrainingCourseView::of).orElseThrow(Problem::notFound);
    }

    /** The course, when the viewer may change it. @throws Problem 404 as for reading, and when it is not his to change */
    @Transactional
    public TrainingCourseView own(long id) {
        TrainingCourseView course = get(id);
        if (!course.own()) {
            throw Problem.notFound();
        }
        return course;
    }

    /** All the viewer reads, in the order of their numbers. */
    @Transactional
    public Slice<TrainingCourseView> list(long after, int limit) {
        return Slice.of(
                Rows.list(bound.query(LISTED, after, limit + 1), TrainingCourseView::of),
                limit,
                TrainingCourseView::id);
    }

    /** At most 500 of which sessions may be planned, those of the highest unit first. */
    @Transactional
    public List<TrainingCourseView> open() {
        return Rows.list(bound.query(OPEN), TrainingCourseView::of);
    }

    /** Adds a draft for the viewer's unit. @throws Problem 400 at the field */
    @Transactional
    public long add(NewCourse wanted) {
        Viewer me = viewer.require();
        check(wanted, 0, me.unitId());
        long id = Rows.one(
                        bound.query(
                                ADD,
                                me.unitId(),
                                me.orgPath(),
                                wanted.code(),
                                wanted.titleZh(),
                                wanted.titleEn(),
                                wanted.audience(),
                                wanted.minutes(),
                                wanted.languages(),
                                wanted.summaryZh(),
                                wanted.summaryEn()),
                        row -> row.id(0))
                .orElseThrow();
        link(id, wanted);
        record("training.course-add", id, me.orgPath(), Changes.none().with("code", wanted.code()));
        return id;
    }

    /** @throws Problem 400 at the field, 404 as {@link #own}, 412 when it has changed since */
    @Transactional
    public void change(long id, long version, NewCourse wanted) {
        TrainingCourseView seen = own(id);
        Versions.check(version, seen.version());
        check(wanted, id, 0);
        bound.step(
                "training_course",
                new Bound.Seen(id, version, seen.status()),
                CHANGE,
                wanted.code(),
                wanted.titleZh(),
                wanted.titleEn(),
                wanted.audience(),
                wanted.minutes(),
                wanted.languages(),
                wanted.summaryZh(),
                wanted.summaryEn());
        bound.query("delete from training_course_document where course_id = ?", id)
                .executeUpdate();
        link(id, wanted);
        record("training.course-change", id, seen.orgPath(), changes(seen, wanted));
    }

    private void link(long id, NewCourse wanted) {
        List<String> codes = Writing.codes(wanted.documents());
        if (!codes.isEmpty()) {
            bound.query(LINK, id, codes).executeUpdate();
        }
    }

    private static Changes changes(TrainingCourseView seen, NewCourse wanted) {
        return Changes.none()
                .with("code", seen.code(), wanted.code())
                .with("titleZh", seen.titleZh(), wanted.titleZh())
                .with("titleEn", seen.titleEn(), wanted.titleEn())
                .with(
                        "courseAudience",
                        seen.audience().toString(),
                        wanted.audience().toString())
                .with("minutes", seen.minutes(), wanted.minutes())
                .with(
                        "courseLanguages",
                        seen.languages().toString(),
                        wanted.languages().toString())
                .with(
                        "restsOn",
                        seen.documents().toString(),
                        Writing.codes(wanted.documents()).toString());
    }

    /** Sessions may be planned of it from now on; one that was retired comes back. Refuses as {@link #change}. */
    @Transactional
    public void open(long id, long version) {
        turn(id, version, CourseStatus.OPEN, "training.course-open");
    }

    /** No new sessions of it. @throws Problem 409 for a draft, which nobody plans with yet; else as {@link #change} */
    @Transactional
    public void retire(long id, long version) {
        turn(id, version, CourseStatus.RETIRED, "training.course-retire");
    }

    private void turn(long id, long version, CourseStatus wanted, String action) {
        TrainingCourseView seen = own(id);
        Versions.check(version, seen.version());
        if (wanted == CourseStatus.RETIRED && seen.status() != CourseStatus.OPEN) {
            throw new Problem(409, "syllabus.problem.not-open");
        }
        if (wanted == CourseStatus.OPEN && seen.status() == CourseStatus.OPEN) {
            throw new Problem(409, "syllabus.problem.open-already");
        }
        bound.step("training_course", new Bound.Seen(id, version, seen.status()), "status = ?", wanted);
        record(action, id, seen.orgPath(), Changes.none().with("status", seen.status(), wanted));
    }

    private void check(NewCourse wanted, long id, long unit) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        if (!wanted.code().matches("[A-Z0-9][A-Z0-9-]{1,29}")) {
            wrong.add(new Problem.FieldError("code", "syllabus.invalid.code"));
        } else if (found(SAME, wanted.code(), id, unit)) {
            wrong.add(new Problem.FieldError("code", "syllabus.invalid.code-taken"));
        }
        documents(Writing.codes(wanted.documents()), wrong);
        if (!wrong.isEmpty()) {
            throw new Problem(400, "web.problem.validation", wrong);
        }
    }

    private void documents(List<String> codes, List<Problem.FieldError> wrong) {
        if (codes.size() > MOST_DOCUMENTS) {
            wrong.add(new Problem.FieldError("documents", "syllabus.invalid.documents", MOST_DOCUMENTS));
        } else if (!codes.isEmpty()) {
            Rows.one(bound.query(UNKNOWN, codes), row -> row.text(0))
                    .ifPresent(
                            code -> wrong.add(new Problem.FieldError("documents", "syllabus.invalid.document", code)));
        }
    }

    private boolean found(String sql, @Nullable Object... values) {
        return !bound.query(sql, values).getResultList().isEmpty();
    }

    private void record(String action, long id, String path, Changes changes) {
        audit.record(action, new AuditTrail.Subject("training_course", id, path), changes);
    }
}
