package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.answer.Ratings.Rating;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;

/** What signed-in askers think of the answers they got, once for each; others have a link in their last letter. */
@ApplicationScoped
class MyRatings {

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** Whether the viewer asked it himself, got an answer, and it is closed and not rated yet. */
    @Transactional
    public boolean awaited(long enquiry) {
        return (Boolean)
                bound.query("select enquiry_waits_for_rating(?1)", enquiry).getSingleResult();
    }

    /** @throws Problem 409 when there is nothing to rate, or it was rated before */
    @Transactional
    public void rate(AskedView enquiry, Rating rating) {
        boolean kept = (Boolean) bound.query(
                        "select enquiry_rated_by_asker(?1, ?2, cast(?3 as smallint), ?4, ?5)",
                        enquiry.id(),
                        rating.solved(),
                        rating.ease(),
                        Objects.requireNonNullElse(rating.words(), ""),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
        if (!kept) {
            throw new Problem(409, "ask.problem.not-to-rate");
        }
        audit.record(
                "desk.rated",
                new AuditTrail.Subject("enquiry", enquiry.id(), enquiry.unit().path()),
                Changes.none());
    }
}
