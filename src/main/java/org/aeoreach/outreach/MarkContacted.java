package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.enterprise.journey.JourneyStep;
import org.aeoreach.enterprise.journey.TakeStep;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;

/** Moves the enterprises of a contact that are still prospects on to the step "contacted". */
@ApplicationScoped
class MarkContacted {

    @Inject
    private Touchpoints touchpoints;

    @Inject
    private Facts facts;

    @Inject
    private TakeStep steps;

    /** Those of its enterprises for which the step is offered. */
    static List<TouchpointView.Party> prospects(TouchpointView touchpoint) {
        return touchpoint.parties().stream()
                .filter(party -> JourneyStep.PROSPECT.name().equals(party.journeyStep()))
                .toList();
    }

    /** @return how many were moved on; those that meanwhile stand elsewhere are left alone */
    @Transactional
    int mark(long id) {
        TouchpointView touchpoint = touchpoints.own(id);
        List<TouchpointView.Party> prospects = touchpoint.counts() ? prospects(touchpoint) : List.of();
        prospects.forEach(party -> mark(facts.get(party.id()), touchpoint.day()));
        return prospects.size();
    }

    /** Not before it became a prospect: the registry may have learnt of it later than the contact. */
    private void mark(FactsView enterprise, LocalDate day) {
        LocalDate since = enterprise.standing().journeySince();
        LocalDate from = since != null && since.isAfter(day) ? since : day;
        var step = new TakeStep.Step(JourneyStep.CONTACTED, from, null, null);
        steps.take(enterprise.id(), enterprise.version(), step, List.of());
    }
}
