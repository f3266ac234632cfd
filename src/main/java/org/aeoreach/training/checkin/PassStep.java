package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.training.registration.RegistrationStatus;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.Tickets;

/** Who holds a seat has a ticket. */
@ApplicationScoped
class PassStep implements TicketStep, RegistrationStep {

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return ticket.status() == RegistrationStatus.REGISTERED
                ? List.of(new Step("checkin.pass", "pass", true))
                : List.of();
    }

    @Override
    public List<Step> steps(RegistrationView registration) {
        return registration.status() == RegistrationStatus.REGISTERED && !registration.off()
                ? List.of(new Step("checkin.pass", "pass", true))
                : List.of();
    }
}
