package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.TicketStep;

/** Leads who was asked to the page where he says why he did not come. */
@ApplicationScoped
class AbsenceStep implements AfterStep {

    @Inject
    private Absences absences;

    @Override
    public List<TicketStep.Step> steps(Guest guest, AttendeeKey key) {
        return !guest.came() && absences.wanted(key)
                ? List.of(new TicketStep.Step("after.step.absence", "absence", true))
                : List.of();
    }
}
