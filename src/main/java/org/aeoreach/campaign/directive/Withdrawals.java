package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Campaigns called off: every unit and house that had one takes note of it. */
@ApplicationScoped
public class Withdrawals {

    private static final String RANGE =
            " and %1$s.org_path >= ?2 and %1$s.org_path < ?3 and %1$s.org_path <> c.org_path";
    // Whoever was asked for something has it to take note of.
    private static final String PLANS = "select p.id, p.org_path, p.end_noted_at, p.sessions from campaign c"
            + " join campaign_plan p on p.campaign_id = c.id and p.status <> 'WITHDRAWN'" + RANGE.formatted("p")
            + " where c.id = ?1";
    private static final String PARTS = "select a.id, a.org_path, a.end_noted_at, a.target from campaign c"
            + " join campaign_assignment a on a.campaign_id = c.id and a.status in ('PUSHED', 'STARTED', 'DONE')"
            + " and a.target > 0" + RANGE.formatted("a") + " where c.id = ?1";
    // What a district was to reach itself is no house's.
    private static final String CALLED_OFF = "with p as (" + PLANS + "), a as (" + PARTS + "),"
            + " h as (select * from a where not exists (select from p where p.org_path = a.org_path)),"
            + " g as (select id from campaign_mailing where campaign_id = ?1 and status = 'WITHDRAWN' and stopped"
            + " and org_path >= ?2 and org_path < ?3),"
            + " f as (select coalesce(sum(enterprises) filter (where state = 'REACHED'), 0) as reached,"
            + " coalesce(sum(enterprises) filter (where state in ('TOUCHED', 'UNTOUCHED')), 0) as open"
            + " from campaign_figure where campaign_id = ?1 and dimension = 'ALL' and house_path >= ?2 and house_path < ?3)"
            + " select case when (select count(*) from p) > 0 then (select sum(campaign_target(?1, org_path)) from p)"
            + " else (select coalesce(sum(target), 0) from a) end, f.reached, f.open, (select count(*) from p),"
            + " (select count(*) from p where sessions <> ''), (select count(*) from h), (select count(*) from g),"
            + " (select count(*) from campaign_mailing_letter l join g on g.id = l.mailing_id where l.status = 'WITHDRAWN'),"
            + " (select count(end_noted_at) from p) + (select count(end_noted_at) from h),"
            + " exists (select from p where org_path = ?2 and end_noted_at is null)"
            + " or exists (select from a where org_path = ?2 and end_noted_at is null), c.note_by"
            + " from f, campaign c where c.id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignSteps steps;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Calls off what runs; all levels read why and are asked to take note within five days. */
    @Transactional
    public CampaignView withdraw(long id, long version, Reason reason) {
        CampaignView before = steps.expected(id, version, CampaignStatus.RUNNING);
        steps.take(
                before,
                "status = 'WITHDRAWN', ended_at = now(), note_by = china_day() + 5, reason = ?",
                reason.reason());
        return steps.witnessed("campaign.withdraw", id, before);
    }

    /** What is called off for the viewer and those below him. */
    @Transactional
    public CalledOff of(long campaign) {
        Viewer me = viewer.require();
        return Rows.one(
                        bound.query(CALLED_OFF, campaign, me.lo(), me.hi()),
                        row -> new CalledOff(
                                row.id(0),
                                row.id(1),
                                row.id(2),
                                row.id(3),
                                row.id(4),
                                row.id(5),
                                row.id(6),
                                row.id(7),
                                row.id(8),
                                row.flag(9) && me.role().mayWrite(),
                                row.dateOrNull(10)))
                .orElseThrow(Problem::notFound);
    }

    /** The viewer's unit takes note. @throws Problem 409 when it has, had no part in it, or it is not called off */
    @Transactional
    public CampaignView acknowledge(long campaign) {
        CampaignView head = campaigns.get(campaign);
        if (head.status() != CampaignStatus.WITHDRAWN) {
            throw new Problem(409, "campaign.problem.status");
        }
        if (note("campaign_plan", PLANS, campaign) + note("campaign_assignment", PARTS, campaign) == 0) {
            throw new Problem(409, "campaign.problem.end-noted");
        }
        audit.record(
                "campaign.acknowledge-withdrawal",
                new AuditTrail.Subject("campaign", campaign, head.orgPath()),
                Changes.none().with("reason", null, head.reason()));
        return head;
    }

    private int note(String table, String had, long campaign) {
        Viewer me = viewer.require();
        return bound.query(
                        "update " + table + " set end_noted_at = now(), end_noted_by = ?4, version = version + 1"
                                + " where end_noted_at is null and org_path = ?2 and id in (select id from (" + had
                                + ") x)",
                        campaign,
                        me.lo(),
                        me.hi(),
                        me.accountId())
                .executeUpdate();
    }
}
