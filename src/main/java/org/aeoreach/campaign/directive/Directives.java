package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.ContentText;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Campaigns of the viewer's unit, from the first draft until they are out, and their end. */
@ApplicationScoped
public class Directives {

    private static final String FREEZE = "freeze-campaign";

    @Inject
    private Bound bound;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Saving saving;

    @Inject
    private Hands hands;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** @throws Problem 400 with what is wrong */
    @Transactional
    public CampaignView create(Directive wanted) {
        return create(wanted, null);
    }

    private CampaignView create(Directive wanted, @Nullable Long origin) {
        Viewer me = viewer.require();
        CampaignContent content = wanted.content();
        saving.check(content);
        long id = ((Number) bound.query(
                                "insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on,"
                                        + " conditions, origin_id, author_id) values (?, ?, ?, ?, ?, ?, ?, cast(? as text),"
                                        + " cast(? as bigint), ?) returning id",
                                me.unitId(),
                                me.orgPath(),
                                me.everywhere() ? "DIRECTIVE" : "OWN",
                                content.titleZh(),
                                content.purposeZh(),
                                content.startsOn(),
                                content.endsOn(),
                                saving.checked(wanted.conditions()),
                                origin == null ? null : Long.toString(origin),
                                me.accountId())
                        .getSingleResult())
                .longValue();
        saving.write(id, content);
        address(id, me, wanted.units());
        hands.had(id, 1);
        return witnessed("campaign.create", id, null);
    }

    /** A directive goes to the districts named, a unit's own campaign to itself. */
    private void address(long id, Viewer me, List<String> codes) {
        bound.query("delete from campaign_plan where campaign_id = ?", id).executeUpdate();
        int added = me.everywhere()
                ? bound.query(
                                "insert into campaign_plan (campaign_id, unit_id, org_path) select ?, u.id, u.org_path"
                                        + " from unit u where u.code = any (string_to_array(?, ',')) and u.kind = 'DISTRICT'"
                                        + " and u.closed_on is null",
                                id,
                                codes)
                        .executeUpdate()
                : bound.query(
                                "insert into campaign_plan (campaign_id, unit_id, org_path) values (?, ?, ?)",
                                id,
                                me.unitId(),
                                me.orgPath())
                        .executeUpdate();
        if (me.everywhere() && added != codes.stream().distinct().count()) {
            throw Problem.invalid("districts", "campaign.invalid.district");
        }
    }

    /** @throws Problem 409 when it is no draft any more, 412 when somebody changed it meanwhile */
    @Transactional
    public CampaignView change(long id, long version, Directive wanted) {
        CampaignView before = expected(id, version, CampaignStatus.DRAFT);
        saving.check(wanted.content());
        step(before, "conditions = cast(? as text), reason = reason", saving.checked(wanted.conditions()));
        saving.write(id, wanted.content());
        address(id, viewer.require(), wanted.units());
        hands.had(id, 1);
        return witnessed("campaign.change", id, before);
    }

    /** Sends it to a second person. @throws Problem 400 when nobody is addressed */
    @Transactional
    public CampaignView submit(long id, long version) {
        CampaignView before = expected(id, version, CampaignStatus.DRAFT);
        saving.check(before.content());
        Number addressed = (Number) bound.query("select count(*) from campaign_plan where campaign_id = ?", id)
                .getSingleResult();
        if (addressed.longValue() == 0) {
            throw Problem.invalid("districts", "campaign.invalid.no-district");
        }
        if (before.directive() && before.content().acknowledgeBy() == null) {
            throw Problem.invalid("acknowledgeBy", "campaign.invalid.acknowledge-by");
        }
        step(
                before,
                "status = 'REVIEW', reason = null, submitted_by = ?",
                viewer.require().accountId());
        hands.had(id, 1);
        return witnessed("campaign.submit", id, before);
    }

    /** @throws Problem 409 when it does not wait for a second person */
    @Transactional
    public CampaignView giveBack(long id, long version, Reason reason) {
        CampaignView before = expected(id, version, CampaignStatus.REVIEW);
        step(before, "status = 'DRAFT', submitted_by = null, reason = ?", reason.reason());
        return witnessed("campaign.return", id, before);
    }

    /**
     * Approves it and begins to write down who is in scope.
     *
     * @throws Problem 403 when the viewer had a hand in it
     */
    @Transactional
    public CampaignView approve(long id, long version) {
        CampaignView before = expected(id, version, CampaignStatus.REVIEW);
        hands.requireNone(id, 1);
        step(
                before,
                "status = 'FREEZING', approved_by = ?, job_id = ?",
                viewer.require().accountId(),
                freeze(id));
        bound.query(
                        "insert into campaign_edition (campaign_id, edition, content, status, submitted_by, decided_by,"
                                + " decided_at) select id, 1, cast(? as jsonb), 'IN_FORCE', submitted_by, ?, now() from campaign"
                                + " where id = ?",
                        ContentText.write(before.content()),
                        viewer.require().accountId(),
                        id)
                .executeUpdate();
        answerOwn(before);
        return witnessed("campaign.approve", id, before);
    }

    private long freeze(long id) {
        return jobs.start(FREEZE, Json.createObjectBuilder().add("campaign", id).build())
                .id();
    }

    /** A unit that starts a campaign itself has taken note of it; a house works on it at once. */
    private void answerOwn(CampaignView campaign) {
        if (campaign.directive()) {
            return;
        }
        boolean house = campaign.orgPath().split("[.]").length > 2;
        bound.query(
                        "update campaign_plan set status = ?, acknowledged_edition = 1, acknowledged_at = now(),"
                                + " acknowledged_by = ?, pushed_at = case when ? then now() end, changed_at = now(),"
                                + " version = version + 1 where campaign_id = ?",
                        house ? "APPROVED" : "ACKNOWLEDGED",
                        viewer.require().accountId(),
                        house,
                        campaign.id())
                .executeUpdate();
        if (house) {
            bound.query(
                            "insert into campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, due_on, status,"
                                    + " acknowledged_edition) select p.id, p.campaign_id, p.unit_id, p.org_path, 0, c.ends_on,"
                                    + " 'PUSHED', 1 from campaign_plan p join campaign c on c.id = p.campaign_id where c.id = ?",
                            campaign.id())
                    .executeUpdate();
        }
    }

    /** Once more, after it failed or was cancelled. @throws Problem 409 when the job is under way or done */
    @Transactional
    public CampaignView freezeAgain(long id, long version) {
        CampaignView before = stopped(id, version);
        step(before, "job_id = ?", freeze(id));
        return witnessed("campaign.freeze-again", id, before);
    }

    /** A draft once more, after freezing failed or was cancelled. @throws Problem 409 as for freezing again */
    @Transactional
    public CampaignView backToDraft(long id, long version) {
        CampaignView before = stopped(id, version);
        bound.query("delete from campaign_edition where campaign_id = ?", id).executeUpdate();
        bound.query("delete from campaign_assignment where campaign_id = ?", id).executeUpdate();
        bound.query(
                        "update campaign_plan set status = 'ISSUED', acknowledged_edition = null, acknowledged_at = null,"
                                + " acknowledged_by = null, pushed_at = null, version = version + 1 where campaign_id = ?",
                        id)
                .executeUpdate();
        step(before, "status = 'DRAFT', submitted_by = null, approved_by = null, job_id = null");
        return witnessed("campaign.back-to-draft", id, before);
    }

    private CampaignView stopped(long id, long version) {
        CampaignView before = expected(id, version, CampaignStatus.FREEZING);
        Number busy = (Number) bound.query(
                        "select count(*) from job j join campaign c on c.job_id = j.id where c.id = ?"
                                + " and j.status in ('WAITING', 'RUNNING', 'DONE')",
                        id)
                .getSingleResult();
        if (busy.longValue() > 0) {
            throw new Problem(409, "campaign.problem.freezing");
        }
        return before;
    }

    /** Takes back what runs; all levels read why. */
    @Transactional
    public CampaignView withdraw(long id, long version, Reason reason) {
        CampaignView before = expected(id, version, CampaignStatus.RUNNING);
        step(before, "status = 'WITHDRAWN', ended_at = now(), reason = ?", reason.reason());
        return witnessed("campaign.withdraw", id, before);
    }

    /** Closes one whose period is over. @throws Problem 409 before its last day has passed */
    @Transactional
    public CampaignView end(long id, long version) {
        CampaignView before = expected(id, version, CampaignStatus.RUNNING);
        Object over = bound.query("select ends_on < china_day() from campaign where id = ?", id)
                .getSingleResult();
        if (!Boolean.TRUE.equals(over)) {
            throw new Problem(409, "campaign.problem.not-over");
        }
        step(before, "status = 'ENDED', ended_at = now()");
        return witnessed("campaign.end", id, before);
    }

    /** Deletes a draft for good. */
    @Transactional
    public void discard(long id, long version) {
        CampaignView before = expected(id, version, CampaignStatus.DRAFT);
        step(before, "reason = reason");
        for (String table : List.of("campaign_audience", "campaign_document", "campaign_plan", "campaign_editor")) {
            bound.query("delete from " + table + " where campaign_id = ?", id).executeUpdate();
        }
        bound.query("delete from campaign where id = ?", id).executeUpdate();
        audit.record(
                "campaign.discard",
                new AuditTrail.Subject("campaign", id, before.orgPath()),
                Changes.none().with("title", before.content().titleZh(), null));
    }

    /** Offers one to everybody as a template, or no longer. @throws Problem 409 for what is not out */
    @Transactional
    public CampaignView offer(long id, long version, boolean offered) {
        CampaignView before = campaigns.own(id);
        Versions.check(version, before.version());
        if (!before.status().out()) {
            throw new Problem(409, "campaign.problem.status");
        }
        step(before, "template = ?", offered);
        return witnessed(offered ? "campaign.offer" : "campaign.no-longer-offer", id, before);
    }

    /** A draft of the viewer's unit that says the same as a template. @throws Problem 404 when it is none */
    @Transactional
    public CampaignView adopt(long id) {
        CampaignView origin = campaigns.get(id);
        if (!origin.template()) {
            throw Problem.notFound();
        }
        return create(new Directive(origin.content(), origin.conditions(), List.of()), id);
    }

    private CampaignView expected(long id, long version, CampaignStatus status) {
        CampaignView campaign = campaigns.own(id);
        Versions.check(version, campaign.version());
        if (campaign.status() != status) {
            throw new Problem(409, "campaign.problem.status");
        }
        return campaign;
    }

    private void step(CampaignView before, String change, @Nullable Object... values) {
        @Nullable Object[] all = java.util.Arrays.copyOf(values, values.length + 3);
        all[values.length] = before.id();
        all[values.length + 1] = before.version();
        all[values.length + 2] = before.status();
        int changed = bound.query(
                        "update campaign set " + change + ", changed_at = now(), version = version + 1"
                                + " where id = ? and version = ? and status = ?",
                        all)
                .executeUpdate();
        Versions.check(1, changed);
    }

    private CampaignView witnessed(String action, long id, @Nullable CampaignView before) {
        CampaignView now = campaigns.get(id);
        audit.record(
                action,
                new AuditTrail.Subject("campaign", id, now.orgPath()),
                Changes.none()
                        .with(
                                "title",
                                before == null ? null : before.content().titleZh(),
                                now.content().titleZh())
                        .with("status", before == null ? null : before.status(), now.status())
                        .with("reason", before == null ? null : before.reason(), now.reason()));
        return now;
    }
}
