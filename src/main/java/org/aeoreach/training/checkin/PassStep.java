package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.training.registration.RegistrationStatus;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.Tickets;

/** Who holds a seat has a ticket, until the door is closed. */
@ApplicationScoped
class PassStep implements TicketStep, RegistrationStep {

    @Inject
    private Offers offers;

    @Inject
    private Clock clock;

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        if (ticket.status() != RegistrationStatus.REGISTERED) {
            return List.of();
        }
        OfferView offer = offers.any(ticket.session());
        return pass(offer.endsAt(), offer.off());
    }

    @Override
    public List<Step> steps(RegistrationView registration) {
        return registration.status() == RegistrationStatus.REGISTERED
                ? pass(registration.endsAt(), registration.off())
                : List.of();
    }

    private List<Step> pass(Instant end, boolean off) {
        return off || !end.plus(DoorReader.KEPT).isAfter(clock.instant())
                ? List.of()
                : List.of(new Step("checkin.pass", "pass", true));
    }
}
