package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.registration.RegistrationStatus;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Tickets;
import org.jspecify.annotations.Nullable;

/** Which break-outs a delegate comes to. */
@ApplicationScoped
public class Choices {

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What he is in a break-out. @param row his place among those who wait, or null */
    public record Chosen(
            RegistrationStatus status, @Nullable Long row) {}

    /** Whose choice it is: of the owner of a secret link, or of a registration the viewer may act for. */
    public record Delegate(@Nullable LinkToken link, long registration, long conference, String number, String path) {

        static Delegate of(Tickets.Ticket ticket, LinkToken link) {
            return new Delegate(link, ticket.registration(), ticket.session(), ticket.number(), ticket.sessionPath());
        }

        static Delegate of(RegistrationView seen) {
            return new Delegate(null, seen.id(), seen.session(), seen.number(), seen.sessionPath());
        }

        private byte @Nullable [] hash() {
            return link == null ? null : link.hash();
        }
    }

    /** By the numbers of parts. */
    @Transactional
    public Map<Long, Chosen> of(Delegate delegate) {
        return Rows.list(
                        bound.query(
                                "select part, status, place from training_choices(cast(?1 as bytea), ?2, ?3)",
                                delegate.hash(),
                                delegate.registration(),
                                now()),
                        row -> Map.entry(
                                row.id(0), new Chosen(RegistrationStatus.valueOf(row.text(1)), row.idOrNull(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * He chooses it, or gives it up; who does it again is none the worse. Where it is full he waits.
     *
     * @throws Problem 404 when there is no such break-out or he is not the viewer's to act for, 409 when he is not
     *     registered for the conference, has another one at the same time, or nobody can register now
     */
    @Transactional
    public RegistrationStatus choose(Delegate delegate, long part, boolean wanted) {
        String outcome = Rows.one(
                        bound.query(
                                "select training_choose(cast(?1 as bytea), ?2, ?3, ?4, ?5)",
                                delegate.hash(),
                                delegate.registration(),
                                part,
                                wanted,
                                now()),
                        row -> row.text(0))
                .orElseThrow();
        switch (outcome) {
            case "NONE" -> throw Problem.notFound();
            case "DELEGATE" -> throw new Problem(409, "conference.problem.delegate");
            case "CLASH" -> throw new Problem(409, "conference.problem.clash");
            case "CLOSED" -> throw new Problem(409, "session.problem.closed");
            default -> {}
        }
        audit.record(
                wanted ? "training.choose" : "training.leave",
                new AuditTrail.Subject("training_registration", delegate.registration(), delegate.path()),
                Changes.none()
                        .with("number", delegate.number())
                        .with("agenda", part)
                        .with("status", outcome));
        return RegistrationStatus.valueOf(outcome);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
