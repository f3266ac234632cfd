package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Plans of units a campaign was issued to: answered, written, approved, handed down. */
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
    private static final String REVISED =
            "update campaign_assignment set target = next_target, due_on = next_due_on, next_target = null,"
                    + " next_due_on = null, version = version + 1 where plan_id = ? and next_target is not null";
    private static final String HANDED_DOWN =
            "update campaign_assignment a set status = 'PUSHED', acknowledged_edition = c.edition,"
                    + " version = a.version + 1 from campaign c where a.plan_id = ? and c.id = a.campaign_id"
                    + " and a.status = 'PLANNED' and a.target > 0";

    @Inject
    private Bound bound;

    @Inject
    private Campaigns campaigns;

    @Inject
    private PlanReader reader;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** @throws Problem 404 when there is none for the viewer */
    @Transactional
    public PlanView get(long campaign, String unit) {
        campaigns.get(campaign);
        return reader.get(campaign, unit);
    }

    /** Takes note of the edition in force. @throws Problem 409 when it was answered already */
    @Transactional
    public PlanView acknowledge(long campaign, String unit, long version) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.ISSUED, PlanStatus.ASKED));
        step(
                before,
                "status = 'ACKNOWLEDGED', acknowledged_edition = (select edition from campaign where id = campaign_id),"
                        + " acknowledged_at = now(), acknowledged_by = ?",
                viewer.require().accountId());
        return witnessed("campaign.acknowledge", before, null);
    }

    /** Asks who issued it. */
    @Transactional
    public PlanView ask(long campaign, String unit, long version, Plan.Words question) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.ISSUED));
        step(before, "status = 'ASKED', question = ?, reply = null", question.words());
        return witnessed("campaign.ask", before, question.words());
    }

    /** Declines, with reasons. */
    @Transactional
    public PlanView decline(long campaign, String unit, long version, Plan.Words why) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.ISSUED, PlanStatus.ASKED));
        step(before, "status = 'DECLINED', question = ?, reply = null", why.words());
        return witnessed("campaign.decline", before, why.words());
    }

    /** Who issued it answers a question or a refusal: it is issued again. */
    @Transactional
    public PlanView answer(long campaign, String unit, long version, Plan.Words reply) {
        PlanView before = issued(campaign, unit, version, EnumSet.of(PlanStatus.ASKED, PlanStatus.DECLINED));
        step(before, "status = 'ISSUED', reply = ?", reply.words());
        return witnessed("campaign.answer", before, reply.words());
    }

    /** Who issued it leaves it at the refusal. */
    @Transactional
    public PlanView release(long campaign, String unit, long version) {
        PlanView before = issued(campaign, unit, version, EnumSet.of(PlanStatus.DECLINED));
        step(before, "status = 'WITHDRAWN', reply = reply");
        return witnessed("campaign.release", before, null);
    }

    /** @throws Problem 400 for a house that cannot reach so many, 409 when it is not being written, 412 when changed */
    @Transactional
    public PlanView save(long campaign, String unit, long version, Plan plan) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.ACKNOWLEDGED));
        if (plan.beginsOn() != null
                && plan.finishesOn() != null
                && plan.finishesOn().isBefore(plan.beginsOn())) {
            throw Problem.invalid("finishesOn", "campaign.invalid.ends-before");
        }
        step(
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
        handed(before.id());
        return witnessed("campaign.save-plan", before, null);
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
                        java.util.List.of(new Problem.FieldError("documents", "campaign.invalid.document", code)));
            }
        }
    }

    private void houses(PlanView before, Plan wanted) {
        Map<String, PlanView.House> known = before.houses().stream()
                .collect(Collectors.toMap(house -> house.unit().code(), Function.identity()));
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
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.ACKNOWLEDGED));
        if (before.words().regionalZh() == null) {
            throw Problem.invalid("regionalZh", "web.invalid.NotBlank");
        }
        if (before.target() != null && before.planned() < before.target()) {
            throw Problem.invalid("houses", "campaign.invalid.falls-short", before.planned(), before.target());
        }
        step(
                before,
                "status = 'SUBMITTED', submitted_by = ?, reason = null",
                viewer.require().accountId());
        handed(before.id());
        return witnessed("campaign.submit-plan", before, null);
    }

    @Transactional
    public PlanView giveBack(long campaign, String unit, long version, Plan.Words why) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.SUBMITTED));
        step(before, "status = 'ACKNOWLEDGED', submitted_by = null, reason = ?", why.words());
        return witnessed("campaign.return-plan", before, why.words());
    }

    /** @throws Problem 403 when the viewer had a hand in it */
    @Transactional
    public PlanView approve(long campaign, String unit, long version) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.SUBMITTED));
        if (before.barred()) {
            throw new Problem(403, "campaign.problem.second-person");
        }
        step(
                before,
                "status = 'APPROVED', approved_at = now(), approved_by = ?",
                viewer.require().accountId());
        if (before.pushedAt() != null) {
            bound.query(REVISED, before.id()).executeUpdate();
            bound.query(HANDED_DOWN, before.id()).executeUpdate();
        }
        return witnessed("campaign.approve-plan", before, null);
    }

    /** Hands it down: the houses see their part from now on. */
    @Transactional
    public PlanView push(long campaign, String unit, long version) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.APPROVED));
        if (before.pushedAt() != null) {
            throw new Problem(409, "campaign.problem.status");
        }
        step(before, "pushed_at = now()");
        bound.query(HANDED_DOWN, before.id()).executeUpdate();
        return witnessed("campaign.push", before, null);
    }

    /** Takes back what was handed down. @throws Problem 409 when a house has begun */
    @Transactional
    public PlanView recall(long campaign, String unit, long version) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.APPROVED));
        if (before.pushedAt() == null) {
            throw new Problem(409, "campaign.problem.status");
        }
        step(before, "pushed_at = null");
        // Locks the parts: a house that begins at this moment is waited for.
        bound.query("select id from campaign_assignment where plan_id = ? order by id for update", before.id())
                .getResultList();
        if (reader.begun(before.id(), Objects.requireNonNull(before.pushedAt()))) {
            throw new Problem(409, "campaign.problem.begun");
        }
        bound.query(
                        "update campaign_assignment set status = 'PLANNED', acknowledged_edition = null,"
                                + " version = version + 1 where plan_id = ? and status = 'PUSHED'",
                        before.id())
                .executeUpdate();
        return witnessed("campaign.recall", before, null);
    }

    /** Opens an approved plan once more; houses that have their part go on with it until the revision is approved. */
    @Transactional
    public PlanView revise(long campaign, String unit, long version) {
        PlanView before = mine(campaign, unit, version, EnumSet.of(PlanStatus.APPROVED));
        step(before, "status = 'ACKNOWLEDGED', submitted_by = null, approved_by = null, approved_at = null");
        return witnessed("campaign.revise-plan", before, null);
    }

    private PlanView mine(long campaign, String unit, long version, Set<PlanStatus> expected) {
        PlanView plan = running(campaign, unit, version);
        if (!plan.orgPath().equals(viewer.require().orgPath())) {
            throw Problem.forbidden();
        }
        return in(plan, expected);
    }

    private PlanView issued(long campaign, String unit, long version, Set<PlanStatus> expected) {
        campaigns.own(campaign);
        return in(running(campaign, unit, version), expected);
    }

    private static PlanView in(PlanView plan, Set<PlanStatus> expected) {
        if (!expected.contains(plan.status())) {
            throw new Problem(409, "campaign.problem.status");
        }
        return plan;
    }

    private PlanView running(long campaign, String unit, long version) {
        CampaignView head = campaigns.get(campaign);
        PlanView plan = reader.get(campaign, unit);
        if (!viewer.require().covers(plan.orgPath())) {
            throw Problem.notFound();
        }
        Versions.check(version, plan.version());
        if (head.status() != CampaignStatus.RUNNING) {
            throw new Problem(409, "campaign.problem.not-running");
        }
        return plan;
    }

    private void handed(long plan) {
        bound.query(
                        "insert into campaign_plan_editor (plan_id, account_id) values (?, ?) on conflict do nothing",
                        plan,
                        viewer.require().accountId())
                .executeUpdate();
    }

    private void step(PlanView before, String change, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 3);
        all[values.length] = before.id();
        all[values.length + 1] = before.version();
        all[values.length + 2] = before.status();
        int changed = bound.query(
                        "update campaign_plan set " + change + ", changed_at = now(), version = version + 1"
                                + " where id = ? and version = ? and status = ?",
                        all)
                .executeUpdate();
        Versions.check(1, changed);
    }

    private PlanView witnessed(String action, PlanView before, @Nullable String words) {
        PlanView now = reader.get(before.campaign(), before.unit().code());
        audit.record(
                action,
                new AuditTrail.Subject("campaign_plan", now.id(), now.orgPath()),
                Changes.none()
                        .with("campaign", before.campaign())
                        .with("status", before.status(), now.status())
                        .with("targets", before.planned(), now.planned())
                        .with("words", words));
        return now;
    }
}
