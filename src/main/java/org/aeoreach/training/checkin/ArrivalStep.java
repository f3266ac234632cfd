package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.Tickets;

/** Shortly before and during a session one can check oneself in. */
@ApplicationScoped
class ArrivalStep implements TicketStep, RegistrationStep {

    @Inject
    private SelfCheckIn arrivals;

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return arrivals.open(new SelfCheckIn.Who(token, 0))
                ? List.of(new Step("checkin.arrival", "arrival", true))
                : List.of();
    }

    @Override
    public List<Step> steps(RegistrationView registration) {
        return arrivals.open(new SelfCheckIn.Who(null, registration.id()))
                ? List.of(new Step("checkin.arrival", "arrival", true))
                : List.of();
    }
}
