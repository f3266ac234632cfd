package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.aeoreach.campaign.activity.Activities;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Reads plans as the viewer may see them. */
@ApplicationScoped
class PlanReader {

    private static final String PLAN = "select p.id, u.id, u.code, n.zh, n.en, p.status, p.acknowledged_edition,"
            + " p.acknowledged_at, p.question, p.reply, p.reason, cast(case when p.org_path >= ?4 and p.org_path < ?5"
            + " then campaign_plan_words(p) else coalesce(w.content, campaign_plan_words(p)) end as text), p.pushed_at,"
            + " p.org_path, p.version, campaign_target(p.campaign_id, p.org_path), exists (select from"
            + " campaign_plan_editor e where e.plan_id = p.id and e.account_id = ?3), coalesce(w.edition, 0)"
            + " from campaign_plan p left join lateral (select e.edition, e.content from campaign_plan_edition e"
            + " where e.plan_id = p.id order by e.edition desc limit 1) w on true"
            + " join campaign c on c.id = p.campaign_id and (c.status not in ('DRAFT', 'REVIEW', 'FREEZING')"
            + " or c.org_path = nullif(current_setting('app.lo', true), '')) join unit u on u.id = p.unit_id"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null where p.campaign_id = ?1 and u.code = ?2";

    // Whoever logs a contact begins, as who excludes an enterprise does.
    private static final String BEGUN = "select exists (select from campaign_assignment a where a.plan_id = ?1"
            + " and (a.status in ('STARTED', 'DONE') or a.status = 'PUSHED' and exists (select from campaign_member m"
            + " join touchpoint_party l on l.enterprise_id = m.enterprise_id join touchpoint t on t.id = l.touchpoint_id"
            + " where m.campaign_id = a.campaign_id and m.org_path = a.org_path and m.level > 0"
            + " and t.created_at > cast(?2 as timestamptz))))";

    private Bound bound;
    private HouseParts houses;
    private Activities activities;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    PlanReader() {}

    @Inject
    PlanReader(Bound bound, HouseParts houses, Activities activities, CurrentViewer viewer) {
        this.bound = bound;
        this.houses = houses;
        this.activities = activities;
        this.viewer = viewer;
    }

    /** @throws Problem 404 when there is none for the viewer: below the unit it exists once it is handed down */
    @Transactional
    public PlanView get(long campaign, String unit) {
        Viewer me = viewer.require();
        return Rows.one(
                        bound.query(PLAN, campaign, unit, me.accountId(), me.lo(), me.hi()),
                        row -> view(row, campaign, me))
                .filter(plan -> me.covers(plan.orgPath()) || plan.pushedAt() != null)
                .orElseThrow(Problem::notFound);
    }

    /** Whether a house has begun since its part was handed down. */
    @Transactional
    public boolean begun(long plan, Instant pushed) {
        return Rows.one(bound.query(BEGUN, plan, pushed.toString()), row -> row.flag(0))
                .orElse(false);
    }

    private PlanView view(Rows.Row row, long campaign, Viewer me) {
        String path = row.text(13);
        boolean whole = me.covers(path);
        Long edition = row.idOrNull(6);
        Instant pushed = row.instantOrNull(12);
        PlanStatus status = PlanStatus.valueOf(row.text(5));
        return new PlanView(
                row.id(0),
                campaign,
                new PlanView.Unit(row.id(1), row.text(2), row.text(3), row.textOrNull(4)),
                whole ? status : PlanStatus.APPROVED,
                new PlanView.Answers(
                        edition == null ? null : edition.intValue(),
                        row.instantOrNull(7),
                        whole ? row.textOrNull(8) : null,
                        whole ? row.textOrNull(9) : null,
                        whole ? row.textOrNull(10) : null),
                PlanText.words(row.text(11)),
                (int) row.id(17),
                whole ? activities.written(row.id(0)) : activities.of(row.id(0)),
                whole ? row.id(15) : null,
                houses(row, campaign, me, status),
                pushed,
                pushed != null && begun(row.id(0), pushed),
                row.flag(16),
                path,
                row.id(14));
    }

    /** With a new proposal while the viewer's unit writes. */
    private List<PlanView.House> houses(Rows.Row row, long campaign, Viewer me, PlanStatus status) {
        String path = row.text(13);
        List<PlanView.House> all = houses.of(campaign, path, row.id(0), me.covers(path));
        boolean writing = status == PlanStatus.ACKNOWLEDGED && me.orgPath().equals(path);
        return writing ? houses.proposed(all, campaign, path, row.id(15)) : all;
    }
}
