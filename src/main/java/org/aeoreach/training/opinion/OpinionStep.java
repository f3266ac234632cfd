package org.aeoreach.training.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.training.after.AfterStep;
import org.aeoreach.training.after.Guest;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.TicketStep;

/** Leads who was there to the form, for a week. */
@ApplicationScoped
class OpinionStep implements AfterStep {

    @Inject
    private Opinions opinions;

    @Override
    public List<TicketStep.Step> steps(Guest guest, AttendeeKey key) {
        Opinions.Own own = opinions.own(key);
        if (!own.open()) {
            return List.of();
        }
        return List.of(
                new TicketStep.Step(own.given() ? "opinion.step.again" : "opinion.step", "feedback", !own.given()));
    }
}
