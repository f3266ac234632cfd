package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.Tickets;

/** Gathers the ways on; on the page of a ticket they stand among the others. */
@ApplicationScoped
class AfterSteps implements TicketStep {

    @Inject
    @Any
    private Instance<AfterStep> offered;

    @Inject
    private Guests guests;

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return guests.find(token).map(guest -> of(guest, token)).orElse(List.of());
    }

    /** What he should do next is first. */
    List<Step> of(Guest guest, LinkToken token) {
        return offered.stream()
                .flatMap(each -> each.steps(guest, token).stream())
                .sorted(Comparator.comparing((Step step) -> !step.urgent()).thenComparing(Step::path))
                .toList();
    }
}
