package org.aeoreach.training.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.TrainingView;

/** What was said, for the organiser and those above him; nobody is shown who said it. */
@ApplicationScoped
public class OpinionResults {

    private static final String RATED = ", round(avg(x.r), 1), count(*) filter (where x.r = 1),"
            + " count(*) filter (where x.r = 2), count(*) filter (where x.r = 3), count(*) filter (where x.r = 4),"
            + " count(*) filter (where x.r = 5) from ";
    private static final String SCORES = "select x.what, null, null" + RATED
            + "(select v.what, v.r, v.place from training_feedback f cross join lateral (values ('CONTENT', f.content, 1),"
            + " ('TRAINERS', f.trainers, 2), ('VALUE', f.value, 4)) v (what, r, place) where f.session_id = ?1"
            + " and v.r is not null) x group by x.what, x.place having count(*) >= ?2 order by x.place";
    private static final String TRAINERS = "select 'TRAINER', x.name_zh, x.name_en" + RATED
            + "(select w.id, w.name_zh, w.name_en, t.rating as r from training_feedback f join training_feedback_trainer t"
            + " on t.feedback_id = f.id join training_trainers_of(?1) w on w.id = t.trainer_id where f.session_id = ?1) x"
            + " group by x.id, x.name_zh, x.name_en having count(*) >= ?2 order by x.id";
    private static final String WORDS = "select f.id, f.words, f.follow_up from training_feedback f"
            + " where f.session_id = ?1 and f.words is not null order by f.follow_up desc, md5(cast(f.id as text)) limit 500";
    private static final String MANY = "select count(*) from training_feedback f where f.session_id = ?1";
    private static final String MARK = "update training_feedback set follow_up = ?3, marked_by = ?4"
            + " where id = ?2 and session_id = ?1 and words is not null";

    @Inject
    private Bound bound;

    @Inject
    private AfterSessions sessions;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    /** @throws Problem 404 when there is none within the viewer's range */
    @Transactional
    public OpinionView of(long session) {
        sessions.get(session);
        long answers = many(session);
        if (answers < AfterSessions.FEWEST) {
            return new OpinionView(answers, false, List.of(), List.of());
        }
        List<OpinionView.Score> scores = Stream.of(SCORES, TRAINERS)
                .flatMap(sql ->
                        Rows.list(bound.query(sql, session, AfterSessions.FEWEST), OpinionView.Score::of).stream())
                .toList();
        List<OpinionView.Words> words = Rows.list(
                bound.query(WORDS, session), row -> new OpinionView.Words(row.id(0), row.text(1), row.flag(2)));
        return new OpinionView(answers, true, scores, words);
    }

    private long many(long session) {
        return Rows.one(bound.query(MANY, session), row -> row.id(0)).orElse(0L);
    }

    /**
     * Marks words that somebody is to see to, or takes the mark away.
     *
     * @throws Problem 404 when there are no such words the viewer may read and mark
     */
    @Transactional
    public void mark(long session, long feedback, boolean followUp) {
        TrainingView training = sessions.own(session);
        if (many(session) < AfterSessions.FEWEST
                || bound.query(
                                        MARK,
                                        session,
                                        feedback,
                                        followUp,
                                        viewer.require().accountId())
                                .executeUpdate()
                        == 0) {
            throw Problem.notFound();
        }
        audit.record(
                "training.mark-feedback",
                new AuditTrail.Subject("training_session", session, training.orgPath()),
                Changes.none().with("followUp", followUp));
    }
}
