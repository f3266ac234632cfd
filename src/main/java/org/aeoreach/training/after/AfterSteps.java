package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.Tickets;

/** Gathers the ways on; on the page of a ticket, and of the viewer's own registration, they stand among the others. */
@ApplicationScoped
class AfterSteps implements TicketStep, RegistrationStep {

    @Inject
    @Any
    private Instance<AfterStep> offered;

    @Inject
    private Guests guests;

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return of(AttendeeKey.of(token));
    }

    @Override
    public List<Step> steps(RegistrationView registration) {
        return of(AttendeeKey.of(registration));
    }

    private List<Step> of(AttendeeKey key) {
        return guests.find(key).map(guest -> of(new GuestVisit(guest, key))).orElse(List.of());
    }

    /** What he should do next is first. */
    List<Step> of(GuestVisit visit) {
        return offered.stream()
                .flatMap(each -> each.steps(visit.guest(), visit.key()).stream())
                .sorted(Comparator.comparing((Step step) -> !step.urgent()).thenComparing(Step::path))
                .toList();
    }
}
