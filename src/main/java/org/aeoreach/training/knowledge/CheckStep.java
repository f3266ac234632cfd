package org.aeoreach.training.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.training.after.AfterStep;
import org.aeoreach.training.after.Guest;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.TicketStep;

/** Leads to the check that is open, or to one's own result. */
@ApplicationScoped
class CheckStep implements AfterStep {

    @Inject
    private Checks checks;

    @Override
    public List<TicketStep.Step> steps(Guest guest, AttendeeKey key) {
        CheckState state = checks.state(key);
        CheckStage open = state.open();
        if (open != null) {
            return List.of(new TicketStep.Step("knowledge.step." + open, "check", open == CheckStage.AFTER));
        }
        return state.afterGiven() ? List.of(new TicketStep.Step("knowledge.step.result", "check", false)) : List.of();
    }
}
