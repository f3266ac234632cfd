package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Arrived;
import org.aeoreach.enquiry.EnquiryChannel;
import org.aeoreach.enquiry.ask.Attachments;
import org.aeoreach.enquiry.ask.Logging;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.TrainingView;
import org.jspecify.annotations.Nullable;

/** Questions raised at sessions, and the enquiries they become. */
@ApplicationScoped
public class RaisedQuestions {

    /** Characters of the subject of an enquiry. */
    private static final int SUBJECT = 60;

    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Z}]+");

    private static final String ALL = RaisedView.SELECT + " order by q.id limit 500";
    private static final String ONE = RaisedView.SELECT + " and q.id = ?2";
    private static final String ADD = "insert into training_raised (session_id, session_path, enterprise_id, unit_id,"
            + " org_path, name, mail, words, language, entered_by) select s.id, s.org_path, e.id, e.unit_id, e.org_path, ?2,"
            + " cast(?3 as text), ?4, ?5, ?6 from training_session s left join enterprise e on e.id = cast(?7 as bigint)"
            + " where s.id = ?1 returning id";
    private static final String LOCK = "select id from training_raised where id = ?1 for update";
    private static final String LINK =
            "update training_raised set enquiry_id = ?2, enquiry_number = ?3, version = version + 1 where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private AfterSessions sessions;

    @Inject
    private Logging logging;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** Those of a session, in the order they were entered. @throws Problem 404 when it is not in the viewer's range */
    @Transactional
    public List<RaisedView> of(long session) {
        sessions.get(session);
        return Rows.list(bound.query(ALL, session), RaisedView::of);
    }

    /** @throws Problem 404 when there is none in the viewer's range */
    @Transactional
    public RaisedView get(long session, long id) {
        sessions.get(session);
        return Rows.one(bound.query(ONE, session, id), RaisedView::of).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 at the field, 404 when the session is not the viewer's to change, 409 before it begins */
    @Transactional
    public RaisedView add(long session, NewRaised raised) {
        TrainingView training = sessions.own(session);
        String mail = raised.mail() == null
                ? null
                : MailAddress.of("mail", raised.mail().strip()).text();
        requireSeen(raised.enterprise());
        if (training.startsAt().isAfter(clock.instant())) {
            throw new Problem(409, "closing.problem.not-begun");
        }
        long id = Rows.one(
                        bound.query(
                                ADD,
                                session,
                                HeaderText.of("name", raised.name().strip()).text(),
                                mail,
                                raised.question().strip(),
                                raised.language().code(),
                                viewer.require().accountId(),
                                raised.enterprise()),
                        row -> row.id(0))
                .orElseThrow(Problem::notFound);
        record("training.raise", training, Changes.none().with("enterpriseId", raised.enterprise()));
        return get(session, id);
    }

    private void requireSeen(@Nullable Long enterprise) {
        if (enterprise != null
                && bound.query("select 1 from enterprise where id = ?1 and merged_into is null", enterprise)
                        .getResultList()
                        .isEmpty()) {
            throw Problem.invalid("enterprise", "ask.invalid.enterprise");
        }
    }

    /**
     * Makes an enquiry of it, as if the officer had written down what he was asked in person. Who does it again gets the same
     * one.
     *
     * @throws Problem 404 when it is not the viewer's to do
     */
    @Transactional
    public RaisedView enquire(long session, long id) {
        TrainingView training = sessions.own(session);
        get(session, id);
        bound.query(LOCK, id).getSingleResult();
        RaisedView raised = get(session, id);
        if (raised.enquiry() != null) {
            return raised;
        }
        Arrived arrived = logging.log(logged(raised), Attachments.Batch.none());
        bound.query(LINK, id, arrived.id(), arrived.number()).executeUpdate();
        record("training.enquire", training, Changes.none().with("enquiry", arrived.number()));
        return get(session, id);
    }

    /** The first line, without what cannot stand in a subject, which as it was typed may be much. */
    private static String subject(String question) {
        String line = UNFIT.matcher(question.lines().findFirst().orElse(""))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT)) + "…";
    }

    private static Logging.Logged logged(RaisedView raised) {
        return new Logging.Logged(
                EnquiryChannel.VISIT,
                subject(raised.question()),
                raised.question(),
                raised.enterprise(),
                null,
                raised.name(),
                raised.mail(),
                null,
                raised.language(),
                null,
                2,
                false,
                false);
    }

    private void record(String action, TrainingView training, Changes changes) {
        audit.record(
                action,
                new AuditTrail.Subject("training_session", training.id(), training.orgPath()),
                changes.with("number", training.number()));
    }
}
