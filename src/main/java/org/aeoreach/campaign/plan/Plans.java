package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.activity.Activities;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;

/** Plans of units a campaign was issued to: written, sent to a second person, approved, revised. */
@ApplicationScoped
public class Plans {

    // What a house works on already stays as it is until the revision is approved.
    private static final String PLANNED =
            "insert into campaign_assignment as a (plan_id, campaign_id, unit_id, org_path, target, proposed, due_on)"
                    + " select ?1, ?2, id, org_path, ?3, ?4, cast(?5 as date) from unit where id = ?6"
                    + " on conflict (plan_id, unit_id) do update set proposed = excluded.proposed,"
                    + " target = case when a.status = 'PLANNED' then excluded.target else a.target end,"
                    + " due_on = case when a.status = 'PLANNED' then excluded.due_on else a.due_on end,"
                    + " next_target = case when a.status <> 'PLANNED' then excluded.target end,"
                    + " next_due_on = case when a.status <> 'PLANNED' then excluded.due_on end,"
                    + " version = a.version + 1";

    @Inject
    private Bound bound;

    @Inject
    private Campaigns campaigns;

    @Inject
    private PlanReader reader;

    @Inject
    private PlanSteps steps;

    @Inject
    private PushDown pushDown;

    @Inject
    private Activities activities;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @throws Problem 404 when there is none for the viewer */
    @Transactional
    public PlanView get(long campaign, String unit) {
        campaigns.get(campaign);
        return reader.get(campaign, unit);
    }

    /** @throws Problem 400 for a house that cannot reach so many or is due on a day outside, 409 when it is not being written, 412 when changed */
    @Transactional
    public PlanView save(long campaign, String unit, long version, Plan plan) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.ACKNOWLEDGED));
        if (plan.beginsOn() != null
                && plan.finishesOn() != null
                && plan.finishesOn().isBefore(plan.beginsOn())) {
            throw Problem.invalid("finishesOn", "campaign.invalid.ends-before");
        }
        steps.take(
                before,
                "regional_zh = cast(? as text), regional_en = cast(? as text), channels = string_to_array(?, ','),"
                        + " sessions = cast(? as text), begins_on = cast(? as date), finishes_on = cast(? as date)",
                plan.regionalZh(),
                plan.regionalEn(),
                plan.channels(),
                plan.sessions(),
                plan.beginsOn(),
                plan.finishesOn());
        documents(before.id(), plan);
        houses(before, plan);
        if (plan.activities() != null) {
            activities.write(before.id(), plan.activities());
        }
        steps.handed(before.id());
        return steps.witnessed("campaign.save-plan", before, null);
    }

    private void documents(long plan, Plan wanted) {
        bound.query("delete from campaign_plan_document where plan_id = ?", plan)
                .executeUpdate();
        int position = 0;
        for (String code : wanted.documents()) {
            int added = bound.query(
                            "insert into campaign_plan_document (plan_id, position, document_id) select ?, ?, id from document"
                                    + " where code = ?",
                            plan,
                            position++,
                            code)
                    .executeUpdate();
            if (added == 0) {
                throw new Problem(
                        400,
                        "web.problem.validation",
                        List.of(new Problem.FieldError("documents", "campaign.invalid.document", code)));
            }
        }
    }

    private void houses(PlanView before, Plan wanted) {
        Map<String, PlanView.House> known = before.houses().stream()
                .collect(Collectors.toMap(house -> house.unit().code(), Function.identity()));
        LocalDate end = campaigns.get(before.campaign()).content().endsOn();
        new DueDates(end, wanted.beginsOn(), Time.today(clock)).check(wanted.houses(), known);
        for (Plan.HouseTarget house : wanted.houses()) {
            PlanView.House part = known.get(house.unit());
            if (part == null) {
                throw Problem.notFound();
            }
            if (house.target() > part.scope()) {
                throw Problem.invalid(
                        "target-" + house.unit(),
                        "campaign.invalid.more-than-scope",
                        new Bilingual(part.unit().zh(), part.unit().en()),
                        part.scope());
            }
            bound.query(
                            PLANNED,
                            before.id(),
                            before.campaign(),
                            house.target(),
                            part.proposed(),
                            house.dueOn(),
                            part.unit().id())
                    .executeUpdate();
        }
    }

    /** Sends it to a second person. @throws Problem 400 when it says nothing or falls short of the target */
    @Transactional
    public PlanView submit(long campaign, String unit, long version) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.ACKNOWLEDGED));
        if (before.words().regionalZh() == null) {
            throw Problem.invalid("regionalZh", "web.invalid.NotBlank");
        }
        if (before.target() != null && before.planned() < before.target()) {
            throw Problem.invalid("houses", "campaign.invalid.falls-short", before.planned(), before.target());
        }
        steps.take(
                before,
                "status = 'SUBMITTED', submitted_by = ?, reason = null",
                viewer.require().accountId());
        steps.handed(before.id());
        return steps.witnessed("campaign.submit-plan", before, null);
    }

    @Transactional
    public PlanView giveBack(long campaign, String unit, long version, Plan.Words why) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.SUBMITTED));
        steps.take(before, "status = 'ACKNOWLEDGED', submitted_by = null, reason = ?", why.words());
        return steps.witnessed("campaign.return-plan", before, why.words());
    }

    /** @throws Problem 403 when the viewer had a hand in it */
    @Transactional
    public PlanView approve(long campaign, String unit, long version) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.SUBMITTED));
        if (before.barred()) {
            throw new Problem(403, "campaign.problem.second-person");
        }
        steps.take(
                before,
                "status = 'APPROVED', approved_at = now(), approved_by = ?",
                viewer.require().accountId());
        activities.approve(before.id());
        if (before.pushedAt() != null) {
            pushDown.revised(before.id());
        }
        return steps.witnessed("campaign.approve-plan", before, null);
    }

    /** Opens an approved plan once more; houses that have their part go on with it until the revision is approved. */
    @Transactional
    public PlanView revise(long campaign, String unit, long version) {
        PlanView before = steps.mine(campaign, unit, version, EnumSet.of(PlanStatus.APPROVED));
        steps.take(before, "status = 'ACKNOWLEDGED', submitted_by = null, approved_by = null, approved_at = null");
        return steps.witnessed("campaign.revise-plan", before, null);
    }
}
