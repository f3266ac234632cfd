package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.Tickets;

/** Leads who observes to the statement and the way in; nobody else, not of his enterprise either. */
@ApplicationScoped
class ObservationStep implements TicketStep, RegistrationStep {

    @Inject
    private Admission admission;

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return steps(AttendeeKey.of(token));
    }

    @Override
    public List<Step> steps(RegistrationView registration) {
        return steps(AttendeeKey.of(registration));
    }

    private List<Step> steps(AttendeeKey key) {
        return admission
                .standing(key)
                .map(seen -> List.of(new Step(
                        seen.acceptedAt() == null ? "observation.accept-first" : "observation.to-room",
                        "observation",
                        true)))
                .orElse(List.of());
    }
}
