package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Objects;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;

/** Approved plans handed down to the houses, taken back as long as none has begun, and revised while they work. */
@ApplicationScoped
public class PushDown {

    private static final String NEWEST =
            "(select max(e.edition) from campaign_plan_edition e where e.plan_id = a.plan_id)";
    private static final String HANDED_DOWN =
            "update campaign_assignment a set status = 'PUSHED', acknowledged_edition = c.edition, plan_edition = "
                    + NEWEST
                    + ", former = null, version = a.version + 1 from campaign c where a.plan_id = ? and c.id = a.campaign_id"
                    + " and a.status = 'PLANNED' and a.target > 0";
    // What it was to reach before stays readable until the house has taken note.
    private static final String REVISED =
            "update campaign_assignment set former = coalesce(former, case when (target, due_on) is distinct from"
                    + " (next_target, next_due_on) then jsonb_build_object('target', target, 'dueOn', due_on) end),"
                    + " target = next_target, due_on = next_due_on, next_target = null, next_due_on = null,"
                    + " version = version + 1 where plan_id = ? and next_target is not null";
    private static final String SAME_FOR_IT = "update campaign_assignment a set plan_edition = " + NEWEST
            + ", version = a.version + 1 from unit u where u.id = a.unit_id and a.plan_id = ?"
            + " and a.former is null and a.plan_edition is not null and (select campaign_plan_concerning(o.content, u.code)"
            + " from campaign_plan_edition o where o.plan_id = a.plan_id and o.edition = a.plan_edition)"
            + " = (select campaign_plan_concerning(o.content, u.code) from campaign_plan_edition o where o.plan_id = a.plan_id and o.edition = "
            + NEWEST + ")";

    private Bound bound;
    private PlanReader reader;
    private PlanSteps steps;

    @SuppressWarnings("NullAway.Init")
    PushDown() {}

    @Inject
    PushDown(Bound bound, PlanReader reader, PlanSteps steps) {
        this.bound = bound;
        this.reader = reader;
        this.steps = steps;
    }

    /** A revision is in force: houses it changes nothing for are not asked, those that were left out have their part. */
    @Transactional
    public void revised(long plan) {
        bound.query(REVISED, plan).executeUpdate();
        bound.query(SAME_FOR_IT, plan).executeUpdate();
        bound.query(HANDED_DOWN, plan).executeUpdate();
    }

    /** Hands it down: the houses see their part from now on. */
    @Transactional
    public PlanView push(long campaign, String unit, long version) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.APPROVED));
        if (before.pushedAt() != null) {
            throw new Problem(409, "campaign.problem.status");
        }
        steps.take(before, "pushed_at = now()");
        bound.query(HANDED_DOWN, before.id()).executeUpdate();
        return steps.witnessed("campaign.push", before, null);
    }

    /** Takes back what was handed down. @throws Problem 409 when a house has begun */
    @Transactional
    public PlanView recall(long campaign, String unit, long version) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.APPROVED));
        if (before.pushedAt() == null) {
            throw new Problem(409, "campaign.problem.status");
        }
        steps.take(before, "pushed_at = null");
        // Locks the parts: a house that begins at this moment is waited for.
        bound.query("select id from campaign_assignment where plan_id = ? order by id for update", before.id())
                .getResultList();
        if (reader.begun(before.id(), Objects.requireNonNull(before.pushedAt()))) {
            throw new Problem(409, "campaign.problem.begun");
        }
        bound.query(
                        "update campaign_assignment set status = 'PLANNED', acknowledged_edition = null,"
                                + " plan_edition = null, former = null, version = version + 1 where plan_id = ?"
                                + " and status = 'PUSHED'",
                        before.id())
                .executeUpdate();
        return steps.witnessed("campaign.recall", before, null);
    }
}
