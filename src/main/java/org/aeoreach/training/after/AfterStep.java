package org.aeoreach.training.after;

import java.util.List;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.TicketStep;

/** A way on for who stands behind a secret link, registered or not; beans of this type are asked. */
public interface AfterStep {

    /** Those he can take now. */
    List<TicketStep.Step> steps(Guest guest, AttendeeKey key);
}
