package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.training.field.SessionFields;
import org.aeoreach.training.offer.DelegateTypes;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Registers people, by officers for enterprises and by enterprises for their own, and does what they decide. */
@ApplicationScoped
public class Registrations {

    /** That a registration {@code r} is of the enterprise the viewer acts for, or the one he made for himself. */
    public static final String OURS = "(r.enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint"
            + " or (r.enterprise_id is null and r.account_id ="
            + " nullif(current_setting('app.account', true), '')::bigint))";

    private static final String ONE = RegistrationView.SELECT + " where r.id = ?1";
    private static final String OF_SESSION =
            RegistrationView.SELECT + " where r.session_id = ?1 and r.id > ?2 order by r.id limit ?3";
    private static final String OF_ENTERPRISE =
            RegistrationView.SELECT + " where r.enterprise_id = ?1 and r.id < ?2 order by r.id desc limit ?3";

    private static final String FOR_OFFICERS =
            "select 1 from training_session s where s.id = ?1 and 'OFFICERS' = any (s.audience)"
                    + " union select 1 from training_offer o where o.id = ?1 and 'OFFICERS' = any (o.audience)";
    private static final String UNIT = "select n.zh from unit_name n where n.unit_id = ?1 and n.valid_to is null";
    private static final String MY_OWN = RegistrationView.SELECT + " where r.session_id = ?1 and r.account_id = ?2"
            + " and r.enterprise_id is null"
            + " order by (r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')) desc, r.id desc limit 1";

    @Inject
    private Bound bound;

    @Inject
    private DelegateTypes types;

    @Inject
    private SessionFields fields;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    private record Outcome(@Nullable Long registration, String what) {}

    /** @throws Problem 404 when there is none the viewer sees */
    @Transactional
    public RegistrationView get(long id) {
        return Rows.one(bound.query(ONE, id), RegistrationView::of).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 when there is none of the viewer's enterprise or his own */
    @Transactional
    public RegistrationView ours(long id) {
        return Rows.one(bound.query(ONE + " and " + OURS, id), RegistrationView::of)
                .orElseThrow(Problem::notFound);
    }

    /** Those for a session the viewer sees, in the order of their numbers. */
    @Transactional
    public Slice<RegistrationView> of(long session, long after, int limit) {
        return slice(Rows.list(bound.query(OF_SESSION, session, after, limit + 1), RegistrationView::of), limit);
    }

    /** Those of the enterprise the viewer acts for, the newest first. @throws Problem 404 when he acts for none */
    @Transactional
    public Slice<RegistrationView> mine(long before, int limit) {
        Long enterprise = viewer.require().enterpriseId();
        if (enterprise == null) {
            throw Problem.notFound();
        }
        return slice(Rows.list(bound.query(OF_ENTERPRISE, enterprise, before, limit + 1), RegistrationView::of), limit);
    }

    private static Slice<RegistrationView> slice(List<RegistrationView> rows, int limit) {
        return Slice.of(rows, limit, RegistrationView::id);
    }

    /**
     * Registers somebody of an enterprise; where no seat is left he waits.
     *
     * @throws Problem 404 when there is no such session or the enterprise is not the viewer's to act for, 400 when the
     *     address is registered already or an answer is missing, 409 when nobody can register now or the enterprise has all its people in
     */
    @InTurn
    @Transactional
    public RegistrationView register(long session, long enterprise, Attendee who) {
        types.check(session, who.delegateType());
        if (!bound.query(FOR_OFFICERS, session).getResultList().isEmpty()) {
            throw new Problem(409, "planning.problem.for-officers");
        }
        return registered(session, json(session, who).add("enterprise", enterprise));
    }

    /**
     * Registers the viewer himself, an officer, for a session for officers.
     *
     * @throws Problem as {@link #register}; 404 when it is none for officers
     */
    @Transactional
    public RegistrationView registerMyself(long session, Myself how) {
        Viewer me = viewer.require();
        if (bound.query(FOR_OFFICERS, session).getResultList().isEmpty()) {
            throw Problem.notFound();
        }
        String unit =
                Rows.one(bound.query(UNIT, me.unitId()), row -> row.text(0)).orElse("");
        Attendee who = new Attendee(me.nameZh(), how.mail(), how.phone(), unit, how.language(), null, how.answers());
        return registered(session, json(session, who).add("account", me.accountId()));
    }

    /** The registration of the viewer himself that stands, or the newest that does not. */
    @Transactional
    public Optional<RegistrationView> myOwn(long session) {
        return Rows.one(bound.query(MY_OWN, session, viewer.require().accountId()), RegistrationView::of);
    }

    private RegistrationView registered(long session, JsonObjectBuilder who) {
        Outcome outcome = Rows.one(
                        bound.query(
                                "select registration, outcome from training_register(?1, cast(?2 as jsonb), ?3)",
                                session,
                                who.build().toString(),
                                now()),
                        row -> new Outcome(row.idOrNull(0), row.text(1)))
                .orElseThrow();
        refuse(outcome.what());
        return recorded("training.register", outcome.registration());
    }

    /** Says why somebody was not registered. */
    static void refuse(String outcome) {
        switch (outcome) {
            case "NONE" -> throw Problem.notFound();
            case "CLOSED" -> throw new Problem(409, "session.problem.closed");
            case "CAP" -> throw new Problem(409, "session.problem.cap");
            case "OVER" -> throw new Problem(409, "session.problem.ended");
            case "ALREADY" -> throw Problem.invalid("mail", "session.invalid.already");
            default -> {}
        }
    }

    /**
     * Does it. Who was faster is let stand: what it is then is told.
     *
     * @param reason what he is told, or null
     * @throws Problem 404 when it is not the viewer's to do, 409 when the session is over or was called off
     */
    @InTurn
    @Transactional
    public RegistrationView act(long id, Deed deed, @Nullable String reason) {
        get(id);
        String status = Rows.one(
                        bound.query("select training_do(?1, ?2, cast(?3 as text), ?4)", id, deed, reason, now()),
                        row -> row.textOrNull(0) == null ? "" : row.text(0))
                .orElse("");
        if (status.isEmpty()) {
            throw Problem.notFound();
        }
        refuse(status);
        return recorded(deed.action(), id);
    }

    private RegistrationView recorded(String action, @Nullable Long id) {
        RegistrationView now = get(Objects.requireNonNull(id));
        audit.record(
                action,
                new AuditTrail.Subject("training_registration", now.id(), now.sessionPath()),
                Changes.none()
                        .with("number", now.number())
                        .with("status", now.status())
                        .with("enterpriseId", now.enterprise()));
        return now;
    }

    /** As the functions of the database take it. @throws Problem 400 at the field */
    @Transactional(Transactional.TxType.MANDATORY)
    JsonObjectBuilder json(long session, Attendee who) {
        JsonObjectBuilder answers = JsonText.JSON.createObjectBuilder();
        fields.check(session, who.answers()).forEach(answers::add);
        return json(who).add("answers", answers);
    }

    private static JsonObjectBuilder json(Attendee who) {
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("name", HeaderText.of("name", who.name().strip()).text())
                .add("mail", MailAddress.of("mail", who.mail().strip()).text())
                .add("language", who.language().code());
        if (who.phone() != null) {
            json.add("phone", who.phone().strip());
        }
        if (who.delegateType() != null) {
            json.add("delegate_type", who.delegateType());
        }
        if (who.employer() != null) {
            json.add("organisation", who.employer().strip());
        }
        return json;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
