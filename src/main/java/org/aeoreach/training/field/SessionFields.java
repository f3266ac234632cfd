package org.aeoreach.training.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** The questions of sessions: asked, written, ended. */
@ApplicationScoped
public class SessionFields {

    private static final int MOST = 30;
    private static final String NOW = " f where f.session_id = ?1 and f.ended_at is null";
    private static final String OF = AskedField.COLUMNS + "training_session_field" + NOW + " order by f.position, f.id";
    private static final String ASKED =
            AskedField.COLUMNS + "training_offer_field" + NOW + " order by f.position, f.id";
    private static final String ONE = AskedField.COLUMNS + "training_session_field" + NOW + " and f.id = ?2";
    // Questions of a session are written by one at a time.
    private static final String LOCK = "select id from training_session where id = ?1 for update";
    private static final String ADD =
            "insert into training_session_field (session_id, position, label_zh, label_en, kind,"
                    + " choices, required, shown_if, shown_value) values (?1, ?2, ?3, cast(?4 as text), ?5, cast(?6 as jsonb), ?7,"
                    + " cast(?8 as bigint), cast(?9 as text)) returning id";
    private static final String CHANGE = "update training_session_field set position = ?3, label_zh = ?4,"
            + " label_en = cast(?5 as text), kind = ?6, choices = cast(?7 as jsonb), required = ?8,"
            + " shown_if = cast(?9 as bigint), shown_value = cast(?10 as text), version = version + 1"
            + " where id = ?1 and version = ?2";
    private static final String END = "update training_session_field set ended_at = now(), version = version + 1"
            + " where id = ?1 and version = ?2 and ended_at is null";
    private static final String REHANG = "update training_session_field set shown_if = ?2, shown_value = ?3,"
            + " version = version + 1 where id = ?1 and (shown_if <> ?2 or shown_value <> ?3)";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private AuditTrail audit;

    /** A question that hangs on another, and the answer to that one it hangs on from now on. */
    private record Hanging(long field, String value) {}

    private record Words(int place, String choices, FieldRules.Shown shown) {}

    /** Those asked now, for officers. @throws Problem 404 as for the session */
    @Transactional
    public List<AskedField> of(long session) {
        trainings.get(session);
        return read(OF, session);
    }

    /** Those asked of whoever registers for a session that is out. */
    @Transactional
    public List<AskedField> asked(long session) {
        return read(ASKED, session);
    }

    /**
     * The answers to keep, by the number of the question; those to questions that were not asked are left out.
     *
     * @param typed by the number of the question, or null
     * @throws Problem 400 with all that is missing or does not fit, at {@code answers.<number>}
     */
    @Transactional
    public Map<String, String> check(long session, @Nullable Map<String, String> typed) {
        return AnswerCheck.of(asked(session), typed == null ? Map.of() : typed);
    }

    private List<AskedField> read(String sql, long session) {
        return Rows.list(bound.query(sql, session), AskedField::of);
    }

    /** @throws Problem 404 when it is not asked, or the session is not the viewer's to change */
    @Transactional
    public AskedField own(long session, long id) {
        trainings.own(session);
        return Rows.one(bound.query(ONE, session, id), AskedField::of).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 at the field, 404 when the session is not the viewer's to change, 409 when it is over or has enough */
    @Transactional
    public AskedField add(long session, NewField wanted) {
        TrainingView of = open(session);
        List<AskedField> others = read(OF, session);
        if (others.size() >= MOST) {
            throw new Problem(409, "field.problem.enough", MOST);
        }
        long id = insert(session, wanted, words(wanted, others, next(others)));
        record("training.field-add", of, wanted.questionZh());
        return own(session, id);
    }

    /**
     * Words it anew; where somebody answered it already, it ends and another takes its place.
     *
     * @throws Problem as {@link #add}; 400 also when another question hangs on an answer there would not be, 412 when it
     *     has changed since
     */
    @Transactional
    public AskedField change(long session, long id, long version, NewField wanted) {
        TrainingView of = open(session);
        AskedField before = own(session, id);
        Versions.check(version, before.version());
        List<AskedField> others =
                read(OF, session).stream().filter(each -> each.id() != id).toList();
        Words words = words(wanted, others, before.position());
        List<Hanging> hanging = hanging(before, wanted, words, others);
        long now = answered(id) ? replaced(session, before, wanted, words) : changed(before, wanted, words);
        hanging.forEach(
                each -> bound.query(REHANG, each.field(), now, each.value()).executeUpdate());
        record("training.field-change", of, wanted.questionZh());
        return own(session, now);
    }

    /** It is asked no more; answers to it stay. @throws Problem as {@link #change}; 409 when others hang on it */
    @Transactional
    public void end(long session, long id, long version) {
        TrainingView of = open(session);
        AskedField before = own(session, id);
        if (read(OF, session).stream().anyMatch(each -> hangs(each, before))) {
            throw new Problem(409, "field.problem.hanging");
        }
        end(before, version);
        record("training.field-end", of, before.labelZh());
    }

    /** Which questions hang on it, and on which of its answers: where choices move, on the same one, wherever it stands. */
    private static List<Hanging> hanging(AskedField before, NewField wanted, Words words, List<AskedField> others) {
        return others.stream()
                .filter(each -> hangs(each, before))
                .map(each -> new Hanging(
                        each.id(),
                        answer(before, wanted, each)
                                .filter(value -> each.position() > words.place())
                                .orElseThrow(
                                        () -> Problem.invalid("answerKind", "field.invalid.hanging", each.label()))))
                .toList();
    }

    /** What the answer another question hangs on is once it is changed; empty when it is none any more. */
    private static Optional<String> answer(AskedField before, NewField wanted, AskedField hanging) {
        String value = Objects.requireNonNull(hanging.shownValue());
        if (before.kind() != wanted.answerKind()) {
            return Optional.empty();
        }
        if (before.kind() != FieldKind.CHOICE) {
            return Optional.of(value);
        }
        int now = wanted.zh()
                .indexOf(before.choices().get(Integer.parseInt(value)).zh());
        return now < 0 ? Optional.empty() : Optional.of(Integer.toString(now));
    }

    private static boolean hangs(AskedField each, AskedField on) {
        return each.shownIf() != null && each.shownIf() == on.id();
    }

    private boolean answered(long id) {
        return (Boolean) bound.query("select training_field_answered(?1)", id).getSingleResult();
    }

    private long replaced(long session, AskedField before, NewField wanted, Words words) {
        end(before, before.version());
        return insert(session, wanted, words);
    }

    private long changed(AskedField before, NewField wanted, Words words) {
        int changed = bound.query(
                        CHANGE,
                        before.id(),
                        before.version(),
                        words.place(),
                        wanted.questionZh().strip(),
                        wanted.questionEn(),
                        wanted.answerKind(),
                        words.choices(),
                        wanted.needed(),
                        words.shown().field(),
                        words.shown().value())
                .executeUpdate();
        Versions.check(1, changed);
        return before.id();
    }

    private void end(AskedField field, long version) {
        Versions.check(1, bound.query(END, field.id(), version).executeUpdate());
    }

    private static int next(List<AskedField> others) {
        return others.isEmpty()
                ? 1
                : Math.min(1000, others.get(others.size() - 1).position() + 1);
    }

    private static Words words(NewField wanted, List<AskedField> others, int otherwise) {
        int place = wanted.place() == null ? otherwise : wanted.place();
        return new Words(place, FieldRules.choices(wanted), FieldRules.shown(wanted, place, others));
    }

    private long insert(long session, NewField wanted, Words words) {
        return Rows.one(
                        bound.query(
                                ADD,
                                session,
                                words.place(),
                                wanted.questionZh().strip(),
                                wanted.questionEn(),
                                wanted.answerKind(),
                                words.choices(),
                                wanted.needed(),
                                words.shown().field(),
                                words.shown().value()),
                        row -> row.id(0))
                .orElseThrow();
    }

    private TrainingView open(long session) {
        trainings.own(session);
        // Nobody registers meanwhile, whose answers would be those to another question.
        bound.query("select 1 from training_hold(?1)", session).getSingleResult();
        bound.query(LOCK, session).getSingleResult();
        TrainingView of = trainings.own(session);
        if (of.status() != TrainingStatus.DRAFT && of.status() != TrainingStatus.PUBLISHED) {
            throw new Problem(409, "session.problem.over");
        }
        return of;
    }

    private void record(String action, TrainingView session, String question) {
        audit.record(
                action,
                new AuditTrail.Subject("training_session", session.id(), session.orgPath()),
                Changes.none().with("number", session.number()).with("question", question));
    }
}
