package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import org.aeoreach.scope.CurrentViewer;

/** What a unit a campaign was issued to answers, and what is answered to a question or a refusal. */
@ApplicationScoped
public class Answers {

    private PlanSteps steps;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Answers() {}

    @Inject
    Answers(PlanSteps steps, CurrentViewer viewer) {
        this.steps = steps;
        this.viewer = viewer;
    }

    /** Takes note of the edition in force. @throws Problem 409 when it was answered already */
    @Transactional
    public PlanView acknowledge(long campaign, String unit, long version) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.ISSUED, PlanStatus.ASKED));
        steps.take(
                before,
                "status = 'ACKNOWLEDGED', acknowledged_edition = (select edition from campaign where id = campaign_id),"
                        + " acknowledged_at = now(), acknowledged_by = ?",
                viewer.require().accountId());
        return steps.witnessed("campaign.acknowledge", before, null);
    }

    /** Asks who issued it. */
    @Transactional
    public PlanView ask(long campaign, String unit, long version, Plan.Words question) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.ISSUED));
        steps.take(before, "status = 'ASKED', question = ?, reply = null", question.words());
        return steps.witnessed("campaign.ask", before, question.words());
    }

    /** Declines, with reasons. */
    @Transactional
    public PlanView decline(long campaign, String unit, long version, Plan.Words why) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.ISSUED, PlanStatus.ASKED));
        steps.take(before, "status = 'DECLINED', question = ?, reply = null", why.words());
        return steps.witnessed("campaign.decline", before, why.words());
    }

    /** Who issued it answers a question or a refusal: it is issued again. */
    @Transactional
    public PlanView answer(long campaign, String unit, long version, Plan.Words reply) {
        PlanView before = steps.issued(campaign, unit, version, EnumSet.of(PlanStatus.ASKED, PlanStatus.DECLINED));
        steps.take(before, "status = 'ISSUED', reply = ?", reply.words());
        return steps.witnessed("campaign.answer", before, reply.words());
    }

    /** Who issued it leaves it at the refusal. */
    @Transactional
    public PlanView release(long campaign, String unit, long version) {
        PlanView before = steps.issued(campaign, unit, version, EnumSet.of(PlanStatus.DECLINED));
        steps.take(before, "status = 'WITHDRAWN', reply = reply");
        return steps.witnessed("campaign.release", before, null);
    }
}
