package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Versions;

/** The questions of the short check before and after a course. */
@ApplicationScoped
public class CheckQuestions {

    private static final int MOST = 20;
    private static final int MOST_OPTIONS = 8;
    private static final String SELECT =
            "select q.id, q.number, q.edition, q.text_zh, q.text_en, cast(q.options as text), q.right_option"
                    + " from training_check_question q where q.course_id = ?1";
    private static final String NOW = SELECT + " and q.ended_at is null order by q.number";
    private static final String ONE = SELECT + " and q.id = ?2";
    // A course is written by one at a time, so that two questions do not take one number.
    private static final String LOCK = "select id from training_course where id = ?1 for update";
    private static final String NEXT =
            "select coalesce(max(number), 0) + 1 from training_check_question where course_id = ?1";
    private static final String ADD =
            "insert into training_check_question (course_id, number, edition, text_zh, text_en, options, right_option)"
                    + " values (?1, ?2, ?3, ?4, cast(?5 as text), cast(?6 as jsonb), ?7) returning id";
    private static final String END =
            "update training_check_question set ended_at = now() where id = ?1 and ended_at is null";

    @Inject
    private Bound bound;

    @Inject
    private Syllabus courses;

    @Inject
    private AuditTrail audit;

    private record Place(int number, int edition) {}

    /** Those asked now, in the order of their numbers. @throws Problem 404 as for the course */
    @Transactional
    public List<CheckQuestionView> of(long course) {
        return Rows.list(bound.query(NOW, courses.get(course).id()), CheckQuestionView::of);
    }

    /** An edition, asked now or not. @throws Problem 404 */
    @Transactional
    public CheckQuestionView get(long course, long id) {
        return Rows.one(bound.query(ONE, courses.get(course).id(), id), CheckQuestionView::of)
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 at the field, 404 when the course is not the viewer's to change, 409 when it has enough */
    @Transactional
    public CheckQuestionView add(long course, NewQuestion wanted) {
        TrainingCourseView seen = courses.own(course);
        lock(course);
        if (of(course).size() >= MOST) {
            throw new Problem(409, "syllabus.problem.questions", MOST);
        }
        int next = Rows.one(bound.query(NEXT, course), row -> Math.toIntExact(row.id(0)))
                .orElseThrow();
        long id = insert(course, new Place(next, 1), wanted);
        record(
                "training.question-add",
                seen,
                Changes.none().with("number", next).with("text", wanted.textZh()));
        return get(course, id);
    }

    /**
     * Words a question anew: its next edition.
     *
     * @param id of the edition that was seen
     * @throws Problem 400 at the field, 404 as for {@link #add}, 412 when there is a newer edition or it is no longer asked
     */
    @Transactional
    public CheckQuestionView change(long course, long id, NewQuestion wanted) {
        TrainingCourseView seen = courses.own(course);
        CheckQuestionView before = get(course, id);
        lock(course);
        end(before);
        long next = insert(course, new Place(before.number(), before.edition() + 1), wanted);
        record(
                "training.question-change",
                seen,
                Changes.none()
                        .with("number", before.number())
                        .with("edition", before.edition(), before.edition() + 1)
                        .with("text", before.textZh(), wanted.textZh()));
        return get(course, next);
    }

    /** It is asked no more; answers to it stay. Refuses as {@link #change}. */
    @Transactional
    public void end(long course, long id) {
        TrainingCourseView seen = courses.own(course);
        CheckQuestionView before = get(course, id);
        end(before);
        record("training.question-end", seen, Changes.none().with("number", before.number()));
    }

    private void end(CheckQuestionView question) {
        int ended = bound.query(END, question.id()).executeUpdate();
        Versions.check(1, ended);
    }

    private void lock(long course) {
        bound.query(LOCK, course).getSingleResult();
    }

    private long insert(long course, Place place, NewQuestion wanted) {
        return Rows.one(
                        bound.query(
                                ADD,
                                course,
                                place.number(),
                                place.edition(),
                                wanted.textZh(),
                                wanted.textEn(),
                                options(wanted),
                                wanted.rightOption() - 1),
                        row -> row.id(0))
                .orElseThrow();
    }

    /** As JSON. @throws Problem 400 with all that does not fit together */
    private static String options(NewQuestion wanted) {
        List<String> zh = NewQuestion.lines(wanted.optionsZh());
        List<String> en = NewQuestion.lines(wanted.optionsEn());
        check(wanted, zh, en);
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (int i = 0; i < zh.size(); i++) {
            JsonObjectBuilder one = JsonText.JSON.createObjectBuilder().add("zh", zh.get(i));
            all.add(en.isEmpty() ? one : one.add("en", en.get(i)));
        }
        return all.build().toString();
    }

    private static void check(NewQuestion wanted, List<String> zh, List<String> en) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        if (zh.size() < 2 || zh.size() > MOST_OPTIONS) {
            wrong.add(new Problem.FieldError("optionsZh", "syllabus.invalid.options", MOST_OPTIONS));
        } else if (zh.stream().distinct().count() < zh.size()) {
            wrong.add(new Problem.FieldError("optionsZh", "syllabus.invalid.options-alike"));
        }
        if (wanted.textEn() == null && !en.isEmpty()) {
            wrong.add(new Problem.FieldError("textEn", "syllabus.invalid.text-en"));
        } else if (wanted.textEn() != null && en.size() != zh.size()) {
            wrong.add(new Problem.FieldError("optionsEn", "syllabus.invalid.options-en", zh.size(), en.size()));
        }
        if (wanted.rightOption() > zh.size()) {
            wrong.add(new Problem.FieldError("rightOption", "syllabus.invalid.right-option", zh.size()));
        }
        if (!wrong.isEmpty()) {
            throw new Problem(400, "web.problem.validation", wrong);
        }
    }

    private void record(String action, TrainingCourseView course, Changes changes) {
        audit.record(
                action,
                new AuditTrail.Subject("training_course", course.id(), course.orgPath()),
                changes.with("code", course.code()));
    }
}
