package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Slice;

/** Reads who was at sessions, and says when it counts. */
@ApplicationScoped
public class Rosters {

    private static final String FIGURES = "select count(*) filter (where x.number is not null),"
            + " count(*) filter (where x.state = 'PRESENT'), count(*) filter (where x.state = 'SHORT'),"
            + " count(*) filter (where x.attendance_id is null),"
            + " count(*) filter (where x.number is null), count(distinct x.enterprise_id) filter (where x.state = 'PRESENT'),"
            + " count(*) filter (where x.state = 'PRESENT' and x.enterprise_id is null)"
            + " from training_roster x where x.session_id = ?1";
    private static final String LISTED =
            RosterView.SELECT + " where x.session_id = ?1 and x.id > ?2 order by x.id limit ?3";
    private static final String SHEET =
            "select x.name, e.name_zh, e.name_en, x.organisation, x.number from training_roster x"
                    + " left join enterprise e on e.id = x.enterprise_id where x.session_id = ?1 and x.number is not null"
                    + " order by coalesce(e.name_zh, x.organisation) collate pinyin nulls last, x.name collate pinyin, x.id";
    private static final String RECOUNT = "select training_recounted(?1)";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private AuditTrail audit;

    @Transactional
    public RosterFigures figures(long session) {
        return Rows.one(
                        bound.query(FIGURES, session),
                        row -> new RosterFigures(
                                row.id(0), row.id(1), row.id(2), row.id(3), row.id(4), row.id(5), row.id(6)))
                .orElseThrow();
    }

    /** Walk-ins first, then in the order of registration. @throws Problem 404 when the viewer sees no such session */
    @Transactional
    public Slice<RosterView> of(long session, long after, int limit) {
        trainings.get(session);
        return Slice.of(
                Rows.list(bound.query(LISTED, session, after, limit + 1), RosterView::of), limit, RosterView::id);
    }

    /** Those who hold a seat, by enterprise. @throws Problem 404 when the session is not the viewer's to hold */
    @Transactional
    public List<SheetLine> sheet(long session) {
        trainings.own(session);
        return Rows.list(
                bound.query(SHEET, session),
                row -> new SheetLine(
                        row.text(0), row.textOrNull(1), row.textOrNull(2), row.textOrNull(3), row.text(4)));
    }

    @Transactional
    public AttendanceRules rules(long session) {
        return Rows.one(
                        bound.query("select min_share, check_out from training_session where id = ?1", session),
                        row -> new AttendanceRules((int) row.id(0), row.flag(1)))
                .orElseThrow(Problem::notFound);
    }

    /**
     * From now on; who was checked out already is judged anew.
     *
     * @throws Problem 404 when the session is not the viewer's to hold, 409 when attendance is closed
     */
    @Transactional
    public AttendanceRules rule(long session, AttendanceRules rules) {
        trainings.own(session);
        // Who closes it meanwhile is waited for.
        bound.query("select 1 from training_hold(?1)", session).getSingleResult();
        TrainingView training = trainings.own(session);
        if (training.status() == TrainingStatus.HELD || training.status() == TrainingStatus.CANCELLED) {
            throw new Problem(409, "attendance.problem.closed");
        }
        AttendanceRules before = rules(session);
        bound.query(
                        "update training_session set min_share = ?2, check_out = ?3 where id = ?1",
                        session,
                        rules.minShare(),
                        rules.checkOut())
                .executeUpdate();
        bound.query(RECOUNT, session).getSingleResult();
        audit.record(
                "training.attendance-rules",
                new AuditTrail.Subject("training_session", session, training.orgPath()),
                Changes.none()
                        .with("number", training.number())
                        .with("minShare", before.minShare(), rules.minShare())
                        .with("checkOut", before.checkOut(), rules.checkOut()));
        return rules(session);
    }
}
