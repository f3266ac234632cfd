package org.aeoreach.campaign.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.counting.Dimension;
import org.aeoreach.campaign.counting.Figure;
import org.aeoreach.campaign.counting.Figures;
import org.aeoreach.campaign.counting.State;
import org.aeoreach.campaign.coverage.CampaignHead;
import org.aeoreach.campaign.coverage.StateSql;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.Slice;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Reads what there is to do in a campaign. */
@ApplicationScoped
public class Works {

    /** As many as stand under "who next". */
    static final int NEXT = 20;

    private static final String OWN = " m.campaign_id = ?1 and m.org_path >= ?2 and m.org_path < ?3";
    private static final String ROWS =
            "select m.enterprise_id, e.name_zh, e.name_en, m.priority, m.audience, m.size_class, "
                    + StateSql.STATE
                    + ", e.last_contact_on, m.officer_id, o.name_zh, o.name_en, m.unit_id <> m.house_id,"
                    + " coalesce(m.postponed_to <= china_day(), false), m.version from campaign_member m"
                    + " join enterprise e on e.id = m.enterprise_id left join account o on o.id = m.officer_id where"
                    + OWN;
    private static final String NEXT_ROWS = ROWS + " and not m.late and " + StateSql.OPEN
            + " and (m.postponed_to is null or m.postponed_to <= china_day())"
            + " and (m.officer_id is null or m.officer_id = portfolio_owner() or ?4)"
            + " order by m.priority, m.enterprise_id limit " + NEXT;
    private static final String PAGE =
            ROWS + " and (m.priority, m.enterprise_id) > (?4, ?5)" + " order by m.priority, m.enterprise_id limit ?6";
    // The figures of those that count for the unit, less those it no longer works on and more those it now does.
    private static final String COUNTS = "with figure as materialized (select f.dimension, sum(f.enterprises) as n"
            + " from campaign_figure f where f.campaign_id = ?1 and f.dimension in ('ALL', 'OFFICER') and f.value = ''"
            + " and f.state in ('TOUCHED', 'UNTOUCHED') and f.house_path >= ?2 and f.house_path < ?3 group by 1),"
            + " apart as materialized (select m.officer_id is null as free,"
            + " cast(m.org_path >= ?2 and m.org_path < ?3 and not m.merged as int)"
            + " - cast(m.house_path >= ?2 and m.house_path < ?3 as int) as n from campaign_member m"
            + " where m.campaign_id = ?1 and (m.merged or m.unit_id <> m.house_id) and not m.late"
            + " and m.standing = 'OPEN' and m.level < 2)"
            + " select coalesce((select n from figure where dimension = 'ALL'), 0)"
            + " + coalesce((select sum(n) from apart), 0),"
            + " coalesce((select n from figure where dimension = 'OFFICER'), 0)"
            + " + coalesce((select sum(n) from apart where free), 0),"
            + " (select count(*) from campaign_member m where m.campaign_id = ?1 and m.org_path = ?4 and m.spread"
            + " and m.officer_id is not null and not m.late)";
    private static final String ASSIGNED = "select a.status, a.target, a.due_on from campaign_assignment a"
            + " where a.campaign_id = ?1 and a.org_path = ?2";
    private static final String OFFICERS = "select distinct a.id, a.name_zh, a.name_en from role_assignment r"
            + " join account a on a.id = r.account_id where r.unit_id = ?1 and a.kind = 'OFFICER'"
            + " and r.role in ('HOUSE_OFFICER', 'COORDINATOR', 'DISTRICT_OFFICER', 'GACC_OFFICER')"
            + " and a.suspended_at is null and r.valid_from <= china_day()"
            + " and (r.valid_to is null or r.valid_to >= china_day()) order by a.name_zh, a.id";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Figures figures;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** Somebody of the viewer's unit who can work on enterprises. */
    public record Colleague(
            long id, String nameZh, @Nullable String nameEn) {}

    private record Assigned(
            String status, long target, @Nullable LocalDate dueOn) {}

    /** @throws Problem 404 when there is no such campaign for the viewer */
    @Transactional
    public CampaignHead head(long campaign) {
        return CampaignHead.of(campaigns.get(campaign));
    }

    @Transactional
    public WorkView view(long campaign) {
        campaigns.get(campaign);
        Viewer me = viewer.require();
        long[] counts = Rows.list(bound.query(COUNTS, campaign, me.lo(), me.hi(), me.orgPath()), row ->
                        new long[] {row.id(0), row.id(1), row.id(2)})
                .get(0);
        List<Figure> all = figures.of(campaign, Dimension.ALL, me.orgPath());
        Assigned assigned = Rows.one(
                        bound.query(ASSIGNED, campaign, me.orgPath()),
                        row -> new Assigned(row.text(0), row.id(1), row.dateOrNull(2)))
                .orElse(null);
        return new WorkView(
                assigned == null ? null : assigned.status(),
                assigned == null ? 0 : assigned.target(),
                assigned == null ? null : assigned.dueOn(),
                sum(all, State.REACHED),
                all.stream().mapToLong(Figure::enterprises).sum(),
                counts[0],
                counts[1],
                counts[2]);
    }

    private static long sum(List<Figure> figures, State state) {
        return figures.stream()
                .filter(figure -> figure.state() == state)
                .mapToLong(Figure::enterprises)
                .sum();
    }

    /** Whom to contact next: nobody's and the viewer's own rows, or everybody's. */
    @Transactional
    public List<WorkRow> next(long campaign, boolean everybody) {
        campaigns.get(campaign);
        Viewer me = viewer.require();
        return Rows.list(bound.query(NEXT_ROWS, campaign, me.lo(), me.hi(), everybody), Works::row);
    }

    /** The whole list in its order. @param after priority and number of the last row read, joined by a slash */
    @Transactional
    public Slice<WorkRow> page(long campaign, String after, int limit) {
        campaigns.get(campaign);
        Viewer me = viewer.require();
        if (!after.isEmpty() && !after.matches("-?[0-9]{1,9}/[0-9]{1,18}")) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
        String[] from = (after.isEmpty() ? "-999999999/0" : after).split("/");
        List<WorkRow> rows = Rows.list(
                bound.query(
                        PAGE, campaign, me.lo(), me.hi(), Integer.valueOf(from[0]), Long.valueOf(from[1]), limit + 1),
                Works::row);
        return Slice.of(rows, limit, row -> row.priority() + "/" + row.enterpriseId());
    }

    /** Those of the viewer's unit among whom work can be spread. */
    @Transactional
    public List<Colleague> colleagues() {
        return Rows.list(
                bound.query(OFFICERS, viewer.require().unitId()),
                row -> new Colleague(row.id(0), row.text(1), row.textOrNull(2)));
    }

    /** The same as options of a form. */
    @Transactional
    public List<Option> options(Page page) {
        return colleagues().stream()
                .map(each -> new Option(Long.toString(each.id()), page.pick(each.nameZh(), each.nameEn())))
                .toList();
    }

    private static WorkRow row(Rows.Row row) {
        return new WorkRow(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                (int) row.id(3),
                row.text(4),
                row.textOrNull(5),
                State.valueOf(row.text(6)),
                row.dateOrNull(7),
                row.idOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.flag(11),
                row.flag(12),
                row.id(13));
    }
}
