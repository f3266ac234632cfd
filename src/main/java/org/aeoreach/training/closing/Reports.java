package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.outreach.task.FollowUp;
import org.aeoreach.outreach.task.TaskView;
import org.aeoreach.outreach.task.Tasks;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Closing reports: filled from the data, completed in words, finished, and opened again with a reason. */
@ApplicationScoped
public class Reports {

    private static final String ONE = "select r.status, r.summary, r.issues, cast(coalesce(r.facts,"
            + " training_report_facts(s.id)) as text), a.name_zh, r.finished_at, r.reason, coalesce(r.version, 0)"
            + " from training_session s left join training_report r on r.session_id = s.id"
            + " left join account a on a.id = r.author_id where s.id = ?1";
    private static final String FOLLOW_UPS = "select f.task_id, f.title, f.due_on, t.status from training_follow_up f"
            + " left join task t on t.id = f.task_id where f.session_id = ?1 order by f.due_on, f.task_id";
    private static final String BEGIN = "insert into training_report (session_id, unit_id, org_path, summary, issues,"
            + " author_id) select id, unit_id, org_path, ?2, cast(?3 as text), ?4 from training_session where id = ?1"
            + " on conflict (session_id) do nothing";
    private static final String WRITE = "summary = ?3, issues = cast(?4 as text), author_id = ?5";
    private static final String FINISH =
            "status = 'FINISHED', facts = training_report_facts(session_id)," + " finished_at = now(), author_id = ?3";
    private static final String REOPEN =
            "status = 'DRAFT', facts = null, finished_at = null, reason = ?3, author_id = ?4";
    private static final String FOLLOW = "insert into training_follow_up (task_id, session_id, org_path, title, due_on)"
            + " select ?2, id, org_path, ?3, ?4 from training_session where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private AfterSessions sessions;

    @Inject
    private Tasks tasks;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Why a finished report is opened again. */
    public record Reopening(@NotBlank @Size(max = 500) String reopenReason) {}

    /** @throws Problem 404 when the session is not in the viewer's range, 409 when it was not held */
    @Transactional
    public ReportView get(long session) {
        TrainingView training = sessions.get(session);
        if (training.status() != TrainingStatus.HELD) {
            throw new Problem(409, "closing.problem.not-held");
        }
        List<ReportView.FollowUpView> followUps =
                Rows.list(bound.query(FOLLOW_UPS, session), ReportView.FollowUpView::of);
        return Rows.one(
                        bound.query(ONE, session),
                        row -> new ReportView(
                                session,
                                row.textOrNull(0) == null ? ReportStatus.DRAFT : ReportStatus.valueOf(row.text(0)),
                                row.textOrNull(1),
                                row.textOrNull(2),
                                ReportFacts.of(row.text(3)),
                                followUps,
                                row.textOrNull(4),
                                row.instantOrNull(5),
                                row.textOrNull(6),
                                training.own(),
                                row.id(7)))
                .orElseThrow(Problem::notFound);
    }

    /**
     * Keeps what is written.
     *
     * @throws Problem 404 when it is not the viewer's to write, 409 when it is finished, 412 when it has changed since
     */
    @Transactional
    public ReportView save(long session, long version, NewReport written) {
        ReportView before = own(session, version, ReportStatus.DRAFT);
        long me = viewer.require().accountId();
        if (before.version() > 0) {
            step(session, version, WRITE, written.reportSummary(), written.reportIssues(), me);
        } else if (bound.query(BEGIN, session, written.reportSummary(), written.reportIssues(), me)
                        .executeUpdate()
                == 0) {
            throw Problem.stale();
        }
        return recorded("training.write-report", session, Changes.none());
    }

    /** Closes it with the figures of this moment. @throws Problem as {@link #save}; 409 when nothing is written yet */
    @Transactional
    public ReportView finish(long session, long version) {
        if (own(session, version, ReportStatus.DRAFT).version() == 0) {
            throw new Problem(409, "closing.problem.empty");
        }
        step(session, version, FINISH, viewer.require().accountId());
        return recorded("training.finish-report", session, Changes.none());
    }

    /** @throws Problem as {@link #save}; 409 when it is not finished */
    @Transactional
    public ReportView reopen(long session, long version, Reopening why) {
        own(session, version, ReportStatus.FINISHED);
        step(session, version, REOPEN, why.reopenReason(), viewer.require().accountId());
        return recorded("training.reopen-report", session, Changes.none().with("reason", why.reopenReason()));
    }

    /** Makes a task of what is to be followed up. @throws Problem 400 at the field; as {@link #save} otherwise */
    @Transactional
    public ReportView follow(long session, FollowUp task) {
        sessions.own(session);
        if (get(session).finished()) {
            throw new Problem(409, "closing.problem.finished");
        }
        TaskView made = tasks.add(task, new Tasks.Origin(null, null));
        bound.query(FOLLOW, session, made.id(), task.title(), task.dueOn()).executeUpdate();
        return recorded("training.follow-up", session, Changes.none().with("title", task.title()));
    }

    private ReportView own(long session, long version, ReportStatus wanted) {
        sessions.own(session);
        ReportView before = get(session);
        Versions.check(version, before.version());
        if (before.status() != wanted) {
            throw new Problem(409, before.finished() ? "closing.problem.finished" : "closing.problem.not-finished");
        }
        return before;
    }

    private void step(long session, long version, String change, @Nullable Object... values) {
        @Nullable Object[] all = new @Nullable Object[values.length + 2];
        all[0] = session;
        all[1] = version;
        System.arraycopy(values, 0, all, 2, values.length);
        int changed = bound.query(
                        "update training_report set " + change + ", changed_at = now(), version = version + 1"
                                + " where session_id = ?1 and version = ?2",
                        all)
                .executeUpdate();
        if (changed == 0) {
            throw Problem.stale();
        }
    }

    private ReportView recorded(String action, long session, Changes changes) {
        TrainingView training = sessions.get(session);
        audit.record(
                action,
                new AuditTrail.Subject("training_session", session, training.orgPath()),
                changes.with("number", training.number()));
        return get(session);
    }
}
