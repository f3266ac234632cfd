package org.aeoreach.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Strength;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** The campaigns the viewer may read: his unit's, those issued to it, those of units below, and templates. */
@ApplicationScoped
public class Campaigns {

    private static final String COLUMNS = "select c.id, c.kind, c.status, c.unit_id, u.code, n.zh, n.en, c.title_zh,"
            + " c.title_en, c.purpose_zh, c.purpose_en, c.starts_on, c.ends_on, c.acknowledge_by, c.plan_by,"
            + " array_to_string(c.reports_on, ','), c.sister_sums, c.conditions, c.edition,"
            + " (select max(e.edition) from campaign_edition e where e.campaign_id = c.id and e.status = 'PROPOSED'),"
            + " c.template, c.origin_id, o.title_zh as origin_zh, o.title_en as origin_en, c.reason, c.author_id,"
            + " c.submitted_by, c.approved_by, c.job_id, c.issued_at, c.ended_at, c.changed_at, c.org_path, c.version,"
            + " m.zh as origin_unit_zh, m.en as origin_unit_en, w.in_scope, w.reached"
            + " from campaign c join unit u on u.id = c.unit_id"
            + " join unit_name n on n.unit_id = c.unit_id and n.valid_to is null"
            + " left join campaign o on o.id = c.origin_id"
            + " left join unit_name m on m.unit_id = o.unit_id and m.valid_to is null"
            + " left join lateral campaign_offered_result(case when c.template then c.id else o.id end) w on true";

    private Bound bound;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Campaigns() {}

    @Inject
    Campaigns(Bound bound, CurrentViewer viewer) {
        this.bound = bound;
        this.viewer = viewer;
    }

    /** A campaign in short. */
    public record Head(
            long id,
            CampaignKind kind,
            CampaignStatus status,
            String titleZh,
            @Nullable String titleEn,
            LocalDate startsOn,
            LocalDate endsOn,
            long version) {}

    /** The newest first. */
    @Transactional
    public Slice<Head> list(long before, int limit) {
        List<Head> heads = Rows.list(
                bound.query(
                        "select c.id, c.kind, c.status, c.title_zh, c.title_en, c.starts_on, c.ends_on, c.version"
                                + " from campaign c where c.id < ? order by c.id desc limit ?",
                        before,
                        limit + 1),
                row -> new Head(
                        row.id(0),
                        CampaignKind.valueOf(row.text(1)),
                        CampaignStatus.valueOf(row.text(2)),
                        row.text(3),
                        row.textOrNull(4),
                        row.date(5),
                        row.date(6),
                        row.id(7)));
        return Slice.of(heads, limit, Head::id);
    }

    /** @throws Problem 404 when there is none, or not for the viewer */
    @Transactional
    public CampaignView get(long id) {
        return Rows.one(bound.query(COLUMNS + " where c.id = ?", id), row -> view(row, id))
                .orElseThrow(Problem::notFound);
    }

    /**
     * One that the viewer's unit issues.
     *
     * @throws Problem 404 when it lies outside his unit and below, 403 when it is that of a unit below
     */
    @Transactional
    public CampaignView own(long id) {
        Viewer me = viewer.require();
        CampaignView campaign = get(id);
        if (!me.covers(campaign.orgPath())) {
            throw Problem.notFound();
        }
        if (!me.orgPath().equals(campaign.orgPath())) {
            throw Problem.forbidden();
        }
        return campaign;
    }

    private CampaignView view(Rows.Row row, long id) {
        Long origin = row.idOrNull(21);
        Long proposed = row.idOrNull(19);
        return new CampaignView(
                row.id(0),
                CampaignKind.valueOf(row.text(1)),
                CampaignStatus.valueOf(row.text(2)),
                new CampaignView.Unit(row.id(3), row.text(4), row.text(5), row.textOrNull(6)),
                content(row, id),
                row.textOrNull(17),
                (int) row.id(18),
                proposed == null ? null : proposed.intValue(),
                row.flag(20),
                origin == null
                        ? null
                        : new CampaignView.Origin(
                                origin, row.textOrNull(22), row.textOrNull(23), row.textOrNull(34), row.textOrNull(35)),
                result(row),
                row.textOrNull(24),
                new CampaignView.Steps(
                        row.id(25),
                        row.idOrNull(26),
                        row.idOrNull(27),
                        row.idOrNull(28),
                        row.instantOrNull(29),
                        row.instantOrNull(30),
                        row.instant(31)),
                row.text(32),
                row.id(33));
    }

    private static CampaignView.@Nullable Result result(Rows.Row row) {
        Long scope = row.idOrNull(36);
        return scope == null ? null : new CampaignView.Result(scope, row.id(37));
    }

    private CampaignContent content(Rows.Row row, long id) {
        return new CampaignContent(
                row.text(7),
                row.textOrNull(8),
                row.text(9),
                row.textOrNull(10),
                row.date(11),
                row.date(12),
                row.dateOrNull(13),
                row.dateOrNull(14),
                split(row.text(15), LocalDate::parse),
                row.flag(16),
                audiences(id),
                documents(id));
    }

    private List<AudienceRule> audiences(long id) {
        return Rows.list(
                bound.query(
                        "select audience, text_zh, text_en, expected, least_strength, array_to_string(channels, ',')"
                                + " from campaign_audience where campaign_id = ?"
                                + " order by array_position(array['ALL', 'PROSPECTIVE', 'AEO'], audience)",
                        id),
                row -> new AudienceRule(
                        Audience.valueOf(row.text(0)),
                        row.text(1),
                        row.textOrNull(2),
                        (int) row.id(3),
                        Strength.valueOf(row.text(4)),
                        split(row.text(5), Channel::valueOf)));
    }

    private List<String> documents(long id) {
        return Rows.list(
                bound.query(
                        "select d.code from campaign_document c join document d on d.id = c.document_id"
                                + " where c.campaign_id = ? order by c.position",
                        id),
                row -> row.text(0));
    }

    private static <T> List<T> split(String joined, Function<String, T> read) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(read).toList();
    }
}
