package org.aeoreach.training.registration;

import java.util.List;

/** As {@link TicketStep}, for an enterprise that looks at a registration of its own and an officer at his: below its page on the portal. */
public interface RegistrationStep {

    /** Those it can take now, in the order they are shown. */
    List<TicketStep.Step> steps(RegistrationView registration);
}
