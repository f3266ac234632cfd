package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/** What who observes does behind his secret link or by his own registration: accepts the statement, enters. */
@ApplicationScoped
public class Admission {

    private static final String STANDING =
            "select o.registration, o.status, o.opens_at, o.ends_at, o.accepted from training_observer(?1, ?2) o";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * How far he is.
     *
     * @param opensAt from when on he can enter
     * @param acceptedAt when he accepted the statement as it is now, or null
     */
    public record Standing(
            long registration,
            RegistrationStatus status,
            Instant opensAt,
            Instant endsAt,
            @Nullable Instant acceptedAt) {}

    private record Entry(
            String outcome,
            long registration,
            String path,
            @Nullable String link) {}

    /** Nothing where there is no such link, or it is to no observation, or he no longer comes. */
    @Transactional
    public Optional<Standing> standing(AttendeeKey key) {
        return Rows.one(
                bound.query(STANDING, key.bytes(), now()),
                row -> new Standing(
                        row.id(0),
                        RegistrationStatus.valueOf(row.text(1)),
                        row.instant(2),
                        row.instant(3),
                        row.instantOrNull(4)));
    }

    /** @throws Problem 404 when the link is over, 409 when there is a newer edition than he was shown */
    @Transactional
    public void accept(AttendeeKey key, int edition) {
        Standing seen = standing(key).orElseThrow(Problem::notFound);
        boolean accepted = Rows.one(
                        bound.query("select training_accept_statement(?1, ?2, ?3)", key.bytes(), edition, now()),
                        row -> row.flag(0))
                .orElse(false);
        if (!accepted) {
            throw new Problem(409, "observation.problem.edition");
        }
        audit.record(
                "training.statement-accept",
                new AuditTrail.Subject("training_registration", seen.registration(), path(key)),
                Changes.none().with("edition", edition));
    }

    private String path(AttendeeKey key) {
        return Rows.one(
                        bound.query("select o.session_path from training_observer(?1, ?2) o", key.bytes(), now()),
                        row -> row.text(0))
                .orElseThrow(Problem::notFound);
    }

    /**
     * Lets him in; that he entered is kept.
     *
     * @param device the mark of the device he enters on
     * @return where the session is: nobody else may be told
     * @throws Problem 404 when the link is over, 409 with the reason when he cannot enter now
     */
    @Transactional
    public String enter(AttendeeKey key, LinkToken device) {
        Entry entry = Rows.one(
                        bound.query(
                                "select e.outcome, coalesce(e.registration, 0), coalesce(e.session_path, ''), e.link"
                                        + " from training_enter(?1, ?2, ?3) e",
                                key.bytes(),
                                device.hash(),
                                now()),
                        row -> new Entry(row.text(0), row.id(1), row.text(2), row.textOrNull(3)))
                .orElseThrow();
        if (entry.link() == null) {
            throw refusal(entry.outcome());
        }
        audit.record(
                "training.enter",
                new AuditTrail.Subject("training_registration", entry.registration(), entry.path()),
                Changes.none());
        return entry.link();
    }

    private static Problem refusal(String outcome) {
        return switch (outcome) {
            case "STATEMENT" -> new Problem(409, "observation.problem.statement");
            case "REGISTERED" -> new Problem(409, "observation.problem.registered");
            case "EARLY" -> new Problem(409, "observation.problem.early");
            case "OVER" -> new Problem(409, "observation.problem.over");
            case "NOWHERE" -> new Problem(409, "observation.problem.nowhere");
            case "DEVICE" -> new Problem(409, "observation.problem.device");
            default -> new Problem(404, "session.problem.link-over");
        };
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
