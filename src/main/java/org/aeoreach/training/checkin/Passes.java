package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.training.registration.RegistrationStatus;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.training.registration.Tickets;

/** Tickets as their owners see them. */
@ApplicationScoped
public class Passes {

    @Inject
    private Bound bound;

    @Inject
    private Tickets tickets;

    @Inject
    private Registrations registrations;

    @Inject
    private Offers offers;

    @Inject
    private Clock clock;

    /** That of the owner of a secret link; none when the link is over or he holds no seat. */
    @Transactional
    public Optional<Pass> of(LinkToken token) {
        return tickets.open(token).flatMap(ticket -> Rows.one(
                        bound.query(
                                "select training_code_of_ticket(?1, ?2)",
                                token.hash(),
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> Optional.ofNullable(row.textOrNull(0)))
                .flatMap(code -> code)
                .map(code -> new Pass(ticket.name(), ticket.number(), code, offers.any(ticket.session()))));
    }

    /** That of a registration of the viewer's enterprise or his own. @throws Problem 404 when it is none, or nobody holds a seat by it */
    @Transactional
    public Pass of(long registration) {
        RegistrationView found = registrations.ours(registration);
        if (found.status() != RegistrationStatus.REGISTERED) {
            throw Problem.notFound();
        }
        String code = Rows.one(
                        bound.query("select code from training_registration where id = ?1", registration),
                        row -> row.text(0))
                .orElseThrow(Problem::notFound);
        return new Pass(found.name(), found.number(), code, offers.any(found.session()));
    }
}
