package org.aeoreach.training.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Whose room it is approves who asked for it, or says why not; who asked gets a mail. */
@ApplicationScoped
public class DecideBooking {

    private static final String DECIDE = "update training_booking set status = ?3, reason = cast(?4 as text),"
            + " decided_by = ?5, decided_at = now(), version = version + 1 where id = ?1 and version = ?2";

    @Inject
    private Bookings bookings;

    @Inject
    private Occupancy occupancy;

    @Inject
    private BookingLetters letters;

    @Inject
    @Any
    private Instance<RoomDecision> sessions;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /**
     * Approves a request.
     *
     * @throws Problem 403 when it is not the viewer's to decide, 409 when it is no request any more, it is over or the
     *     room is taken then, 412 when it has changed since
     */
    @Transactional
    public void approve(long id, long version) {
        BookingView seen = open(id);
        if (seen.status() != BookingStatus.REQUESTED) {
            throw new Problem(409, "venue.problem.settled");
        }
        occupancy.requireFree(seen.room().id(), seen.from(), seen.until(), id);
        decide(seen, version, BookingStatus.APPROVED, null);
    }

    /** Refuses a request, or takes an approval back; the reason is sent to who asked. Refuses as {@link #approve}. */
    @Transactional
    public void refuse(long id, long version, Refusal refusal) {
        decide(open(id), version, BookingStatus.REFUSED, refusal.reason());
    }

    private BookingView open(long id) {
        BookingView seen = bookings.get(id);
        if (!seen.decides()) {
            throw Problem.forbidden();
        }
        if (!seen.status().alive()) {
            throw new Problem(409, "venue.problem.settled");
        }
        if (!seen.until().isAfter(Instant.now(clock))) {
            throw new Problem(409, "venue.problem.over");
        }
        return seen;
    }

    private void decide(BookingView seen, long version, BookingStatus status, @Nullable String reason) {
        int changed = bound.query(
                        DECIDE,
                        seen.id(),
                        version,
                        status,
                        reason,
                        viewer.require().accountId())
                .executeUpdate();
        if (changed == 0) {
            throw Problem.stale();
        }
        audit.record(
                status == BookingStatus.APPROVED ? "training.approve-room" : "training.refuse-room",
                new AuditTrail.Subject("training_booking", seen.id(), seen.orgPath()),
                Changes.none().with("status", seen.status(), status).with("reason", reason));
        Long session = seen.sessionId();
        if (session != null) {
            sessions.forEach(each -> each.decided(session, status, reason));
        }
        letters.decided(seen, status, reason);
    }
}
