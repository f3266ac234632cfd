package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aeoreach.outreach.Channel;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Reads plans as the viewer may see them. */
@ApplicationScoped
class PlanReader {

    private static final String PLAN = "select p.id, u.id, u.code, n.zh, n.en, p.status, p.acknowledged_edition,"
            + " p.acknowledged_at, p.question, p.reply, p.reason, p.regional_zh, p.regional_en,"
            + " array_to_string(p.channels, ','), p.sessions, p.begins_on, p.finishes_on, p.pushed_at, p.org_path,"
            + " p.version, campaign_target(p.campaign_id, p.org_path), exists (select from campaign_plan_editor e"
            + " where e.plan_id = p.id and e.account_id = ?3) from campaign_plan p"
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
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    PlanReader() {}

    @Inject
    PlanReader(Bound bound, HouseParts houses, CurrentViewer viewer) {
        this.bound = bound;
        this.houses = houses;
        this.viewer = viewer;
    }

    /** @throws Problem 404 when there is none for the viewer: below the unit it exists once it is handed down */
    @Transactional
    public PlanView get(long campaign, String unit) {
        Viewer me = viewer.require();
        return Rows.one(bound.query(PLAN, campaign, unit, me.accountId()), row -> view(row, campaign, me))
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
        boolean whole = me.covers(row.text(18));
        long target = whole ? row.id(20) : -1;
        Long edition = row.idOrNull(6);
        Instant pushed = row.instantOrNull(17);
        return new PlanView(
                row.id(0),
                campaign,
                new PlanView.Unit(row.id(1), row.text(2), row.text(3), row.textOrNull(4)),
                PlanStatus.valueOf(row.text(5)),
                new PlanView.Answers(
                        edition == null ? null : edition.intValue(),
                        row.instantOrNull(7),
                        whole ? row.textOrNull(8) : null,
                        whole ? row.textOrNull(9) : null,
                        whole ? row.textOrNull(10) : null),
                words(row),
                whole ? target : null,
                houses.of(campaign, row.text(18), row.id(0), target),
                pushed,
                pushed != null && begun(row.id(0), pushed),
                row.flag(21),
                row.text(18),
                row.id(19));
    }

    private PlanView.Words words(Rows.Row row) {
        String channels = Objects.requireNonNullElse(row.textOrNull(13), "");
        return new PlanView.Words(
                row.textOrNull(11),
                row.textOrNull(12),
                channels.isEmpty()
                        ? List.of()
                        : Arrays.stream(channels.split(","))
                                .map(Channel::valueOf)
                                .toList(),
                row.textOrNull(14),
                row.dateOrNull(15),
                row.dateOrNull(16),
                Rows.list(
                        bound.query(
                                "select d.code from campaign_plan_document l join document d on d.id = l.document_id"
                                        + " where l.plan_id = ? order by l.position",
                                row.id(0)),
                        code -> code.text(0)));
    }
}
