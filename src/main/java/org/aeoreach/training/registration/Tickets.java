package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.offer.DelegateTypes;
import org.jspecify.annotations.Nullable;

/** Registrations of people without an account: confirmed, accepted and given up by the owner of a secret link. */
@ApplicationScoped
public class Tickets {

    /** How long an address can be confirmed. */
    static final Duration CONFIRMED_WITHIN = Duration.ofDays(2);

    /** Where a link leads. */
    public static final String PATH = "/portal/trainings/tickets/";

    private static final String OFFER = "select number, title_zh, title_en, org_path from training_offer where id = ?1"
            + " and not 'OFFICERS' = any (audience)";

    @Inject
    private Bound bound;

    @Inject
    private DelegateTypes types;

    @Inject
    private Registrations registrations;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What a link opens. */
    public record Ticket(
            long registration,
            long session,
            String sessionPath,
            String number,
            String name,
            RegistrationStatus status,
            long row,
            @Nullable Instant offeredUntil,
            @Nullable String link) {}

    private record Offered(
            String number, String titleZh, @Nullable String titleEn, String path) {}

    /**
     * Keeps a registration until the owner of the address has followed the link sent there. Nothing is looked up: a known
     * address is treated as any other.
     *
     * @throws Problem 400 at the field, 404 when there is no such session, 409 when nobody can register now
     */
    @Transactional
    public void keep(long session, Attendee who) {
        Offered offered = Rows.one(
                        bound.query(OFFER, session),
                        row -> new Offered(row.text(0), row.text(1), row.textOrNull(2), row.text(3)))
                .orElseThrow(Problem::notFound);
        types.check(session, who.delegateType());
        LinkToken token = LinkToken.fresh();
        OffsetDateTime now = now();
        Long kept = Rows.one(
                        bound.query(
                                "select training_keep(?1, cast(?2 as jsonb), ?3, ?4, ?5)",
                                session,
                                registrations.json(session, who).build().toString(),
                                token.hash(),
                                now,
                                now.plus(CONFIRMED_WITHIN)),
                        row -> Optional.ofNullable(row.idOrNull(0)))
                .flatMap(id -> id)
                .orElseThrow(() -> new Problem(409, "session.problem.closed"));
        outbox.send(confirm(who, offered, token));
        audit.record(
                "training.keep",
                new AuditTrail.Subject("training_registration", kept, offered.path()),
                Changes.none().with("number", offered.number()));
    }

    private static Letter confirm(Attendee who, Offered offered, LinkToken token) {
        Map<String, String> words = Map.of(
                "title",
                HeaderText.plain(who.language().pick(offered.titleZh(), offered.titleEn()))
                        .text(),
                "number",
                offered.number(),
                "hours",
                Long.toString(CONFIRMED_WITHIN.toHours()),
                "ticket",
                PATH + token.text());
        return new Letter(
                "training-confirm",
                who.language(),
                new MailAddress(who.mail().strip()),
                new HeaderText(who.name().strip()),
                words,
                offered.path());
    }

    /** Nothing when there is no such link, or it is over. */
    @Transactional
    public Optional<Ticket> open(LinkToken token) {
        return Rows.one(
                bound.query(
                        "select registration, session_id, session_path, number, name, status, place, offered_until, link"
                                + " from training_of_ticket(?1, ?2)",
                        token.hash(),
                        now()),
                row -> new Ticket(
                        row.id(0),
                        row.id(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        RegistrationStatus.valueOf(row.text(5)),
                        row.id(6),
                        row.instantOrNull(7),
                        row.textOrNull(8)));
    }

    /**
     * Does it for the owner of the link; who does it again is none the worse.
     *
     * @param what to confirm, accept or cancel
     * @throws Problem 404 when the link is over, 409 when nobody can register now, the address is registered already, or
     *     the session is over or was called off
     */
    @InTurn
    @Transactional
    public void act(LinkToken token, Deed what) {
        Ticket ticket = open(token).orElseThrow(() -> new Problem(404, "session.problem.link-over"));
        String outcome = Rows.one(
                        bound.query("select training_by_ticket(?1, ?2, ?3)", token.hash(), what, now()),
                        row -> row.text(0))
                .orElseThrow();
        if (outcome.equals("ALREADY")) {
            throw new Problem(409, "session.problem.already");
        }
        Registrations.refuse(outcome);
        audit.record(
                what.action(),
                new AuditTrail.Subject("training_registration", ticket.registration(), ticket.sessionPath()),
                Changes.none().with("number", ticket.number()).with("status", outcome));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
