package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Gathers the ways on from a registration, for the portal and for the desk. */
@ApplicationScoped
public class RegistrationSteps {

    @Inject
    @Any
    private Instance<RegistrationStep> offered;

    /** Each once; what should be done next is first. */
    public List<TicketStep.Step> of(RegistrationView registration) {
        return offered.stream()
                .flatMap(each -> each.steps(registration).stream())
                .distinct()
                .sorted(Comparator.comparing((TicketStep.Step step) -> !step.urgent())
                        .thenComparing(TicketStep.Step::path))
                .toList();
    }
}
