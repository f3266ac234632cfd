package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Campaigns of the viewer's unit: written, sent to a second person, ended, offered to others. */
@ApplicationScoped
public class Directives {

    @Inject
    private Bound bound;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Saving saving;

    @Inject
    private Hands hands;

    @Inject
    private CampaignSteps steps;

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
        if (me.everywhere() && me.role() != Role.GACC_OFFICER) {
            throw Problem.forbidden();
        }
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
        return steps.witnessed("campaign.create", id, null);
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
        CampaignView before = steps.expected(id, version, CampaignStatus.DRAFT);
        saving.check(wanted.content());
        steps.take(before, "conditions = cast(? as text), reason = reason", saving.checked(wanted.conditions()));
        saving.write(id, wanted.content());
        address(id, viewer.require(), wanted.units());
        hands.had(id, 1);
        return steps.witnessed("campaign.change", id, before);
    }

    /** Sends it to a second person. @throws Problem 400 when nobody is addressed */
    @Transactional
    public CampaignView submit(long id, long version) {
        CampaignView before = steps.expected(id, version, CampaignStatus.DRAFT);
        saving.check(before.content());
        Number addressed = (Number) bound.query("select count(*) from campaign_plan where campaign_id = ?", id)
                .getSingleResult();
        if (addressed.longValue() == 0) {
            throw Problem.invalid("districts", "campaign.invalid.no-district");
        }
        if (before.directive() && before.content().acknowledgeBy() == null) {
            throw Problem.invalid("acknowledgeBy", "campaign.invalid.acknowledge-by");
        }
        steps.take(
                before,
                "status = 'REVIEW', reason = null, submitted_by = ?, submitted_as = ?",
                viewer.require().accountId(),
                viewer.require().role());
        hands.had(id, 1);
        return steps.witnessed("campaign.submit", id, before);
    }

    /** @throws Problem 409 when it does not wait for a second person */
    @Transactional
    public CampaignView giveBack(long id, long version, Reason reason) {
        CampaignView before = steps.expected(id, version, CampaignStatus.REVIEW);
        steps.take(before, "status = 'DRAFT', submitted_by = null, submitted_as = null, reason = ?", reason.reason());
        return steps.witnessed("campaign.return", id, before);
    }

    /** Closes one whose period is over. @throws Problem 409 before its last day has passed */
    @Transactional
    public CampaignView end(long id, long version) {
        CampaignView before = steps.expected(id, version, CampaignStatus.RUNNING);
        Object over = bound.query("select ends_on < china_day() from campaign where id = ?", id)
                .getSingleResult();
        if (!Boolean.TRUE.equals(over)) {
            throw new Problem(409, "campaign.problem.not-over");
        }
        steps.take(before, "status = 'ENDED', ended_at = now()");
        return steps.witnessed("campaign.end", id, before);
    }

    /** Deletes a draft for good. */
    @Transactional
    public void discard(long id, long version) {
        CampaignView before = steps.expected(id, version, CampaignStatus.DRAFT);
        steps.take(before, "reason = reason");
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
        steps.take(before, "template = ?", offered);
        return steps.witnessed(offered ? "campaign.offer" : "campaign.no-longer-offer", id, before);
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
}
