package org.aeoreach.enquiry.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/**
 * Second looks at answers. The unit that gave them and those above it see them; a level with their authority decides.
 */
@ApplicationScoped
public class Rechecks {

    private static final String ONE = RecheckView.SELECT + " where r.id = ?1";
    private static final String OPEN = RecheckView.SELECT
            + " where r.status = 'OPEN' and m.undone_at is null and r.id > ?1 order by r.id limit ?2";
    private static final String WAITING =
            "select 1 from enquiry_recheck r join enquiry_message m on m.id = r.message_id"
                    + " where r.status = 'OPEN' and m.undone_at is null and m.authority = ?1"
                    + " and r.org_path >= nullif(current_setting('app.lo', true), '')"
                    + " and r.org_path < current_setting('app.hi', true) limit 1000";
    private static final String LOCK = "select r.version from enquiry_recheck r where r.id = ?1 for update";
    private static final String DRAFT = "select coalesce(content ->> 'text', '') from enquiry_draft"
            + " where enquiry_id = ?1 and account_id = ?2 and kind = 'ANSWER'";
    // An answer that another one replaces needs no second look for its other documents either.
    private static final String DECIDE = "update enquiry_recheck set status = ?2, decided_by = ?3, decided_at = now(),"
            + " note = cast(?4 as text), answer_id = cast(?5 as bigint), version = version + 1"
            + " where id = ?1 or (?2 = 'CHANGED' and status = 'OPEN' and message_id = ?6)";

    @Inject
    private CorrectedAnswers answers;

    @Inject
    private Authorities authorities;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Answers that wait for a second look. */
    @Transactional
    public Slice<RecheckView> open(long after, int limit) {
        return Slice.of(Rows.list(bound.query(OPEN, after, limit + 1), RecheckView::of), limit, RecheckView::id);
    }

    /** @throws Problem 404 when there is none, or neither the viewer's unit nor one below gave the answer */
    @Transactional
    public RecheckView get(long id) {
        return Rows.one(bound.query(ONE, id), RecheckView::of).orElseThrow(Problem::notFound);
    }

    /**
     * Records that the answer is still right, or sends the one that takes its place to all who had got it.
     *
     * @throws Problem 400 at what is missing or no document, 403 for who changes nothing, 409 when it is decided already or the answer
     *     has, or the new one needs, more authority than the viewer's level, 412 when it was changed
     */
    @Transactional
    public RecheckView decide(long id, long version, RecheckDecision decision) {
        decision.check();
        get(id);
        long actual = Rows.one(bound.query(LOCK, id), row -> row.id(0)).orElseThrow(Problem::forbidden);
        RecheckView before = get(id);
        if (!before.open()) {
            throw new Problem(409, "recheck.problem.decided");
        }
        Versions.check(version, actual);
        if (!decides(before)) {
            throw new Problem(409, "recheck.problem.above");
        }
        Long answer = decision.recheckOutcome() == RecheckDecision.Outcome.CHANGED
                ? answers.send(
                        before, Objects.requireNonNull(decision.newAnswer()).strip(), decision.citations())
                : null;
        bound.query(
                        DECIDE,
                        id,
                        decision.recheckOutcome(),
                        viewer.require().accountId(),
                        words(decision.recheckNote()),
                        answer,
                        before.messageId())
                .executeUpdate();
        audit.record(
                "recheck.decide",
                new AuditTrail.Subject("enquiry_recheck", id, before.unitPath()),
                Changes.none()
                        .with("status", before.status(), decision.recheckOutcome())
                        .with("message", answer));
        return get(id);
    }

    /** The answer to begin the new one with: what the viewer has written and not sent, or the one that was given. */
    @Transactional
    String begun(RecheckView recheck) {
        return Rows.one(bound.query(DRAFT, recheck.enquiryId(), viewer.require().accountId()), row -> row.text(0))
                .filter(words -> !words.isBlank())
                .orElse(recheck.answer());
    }

    /** Whether the viewer's level has the authority the answer was given with. */
    boolean decides(RecheckView recheck) {
        return authorities.own().authority().covers(recheck.authority());
    }

    private static @Nullable String words(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** Those that wait for the viewer's unit: of its own authority, from itself and the units below it. */
    @Transactional
    long waiting() {
        return Rows.list(bound.query(WAITING, own()), row -> 1).size();
    }

    /** The authority the viewer's unit answers with. */
    Authority own() {
        return authorities.own().authority();
    }
}
