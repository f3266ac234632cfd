package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aeoreach.campaign.Audience;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Mailings of the viewer's unit and of those below it, campaign by campaign. */
@ApplicationScoped
public class Mailings {

    private static final int MOST = 200;

    private static final String COLUMNS =
            "select g.id, g.campaign_id, g.unit_id, u.code, n.zh, n.en, g.title_zh, g.purpose,"
                    + " g.status, array_to_string(g.states, ','), g.send_at, g.reason, g.stopped, g.written, exists (select from"
                    + " campaign_mailing_editor e where e.mailing_id = g.id and e.account_id = ?) or g.status = 'REVIEW'"
                    + " and g.submitted_as is distinct from cast(? as text) as barred, g.author_id,"
                    + " g.submitted_by, g.approved_by, g.job_id, g.approved_at, g.started_at, g.ended_at, g.changed_at, g.org_path,"
                    + " g.version, g.title_en, g.conditions from campaign_mailing g join unit u on u.id = g.unit_id"
                    + " join unit_name n on n.unit_id = g.unit_id and n.valid_to is null";

    private Bound bound;
    private Campaigns campaigns;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Mailings() {}

    @Inject
    Mailings(Bound bound, Campaigns campaigns, CurrentViewer viewer) {
        this.bound = bound;
        this.campaigns = campaigns;
        this.viewer = viewer;
    }

    /** Those of a campaign, the newest first. @throws Problem 404 when the campaign is not for the viewer */
    @Transactional
    public List<MailingView> of(long campaign) {
        campaigns.get(campaign);
        return Rows.list(
                bound.query(
                        COLUMNS + " where g.campaign_id = ? order by g.id desc limit " + MOST,
                        viewer.require().accountId(),
                        viewer.require().role(),
                        campaign),
                this::view);
    }

    /** @throws Problem 404 when the campaign has none of that number, or none for the viewer */
    @Transactional
    public MailingView get(long campaign, long id) {
        return find(id).filter(mailing -> mailing.campaign() == campaign).orElseThrow(Problem::notFound);
    }

    /**
     * One the viewer's unit sends.
     *
     * @throws Problem 404 when it lies outside his unit and below, 403 when it is that of a unit below
     */
    @Transactional
    public MailingView own(long campaign, long id) {
        MailingView mailing = get(campaign, id);
        if (!mailing.orgPath().equals(viewer.require().orgPath())) {
            throw Problem.forbidden();
        }
        return mailing;
    }

    @Transactional
    Optional<MailingView> find(long id) {
        return Rows.one(
                bound.query(
                        COLUMNS + " where g.id = ?",
                        viewer.require().accountId(),
                        viewer.require().role(),
                        id),
                this::view);
    }

    /** Whether the viewer's unit has a part in the campaign: it issued it, took it on or carries it out. */
    @Transactional
    public boolean hasPart(long campaign) {
        Viewer me = viewer.require();
        return Boolean.TRUE.equals(bound.query(
                        "select exists (select from campaign c where c.id = ?1 and c.org_path = ?2)"
                                + " or exists (select from campaign_plan p where p.campaign_id = ?1 and p.org_path = ?2"
                                + " and p.status in ('ACKNOWLEDGED', 'SUBMITTED', 'APPROVED'))"
                                + " or exists (select from campaign_assignment a where a.campaign_id = ?1"
                                + " and a.org_path = ?2 and a.status in ('PUSHED', 'STARTED', 'DONE'))",
                        campaign,
                        me.orgPath())
                .getSingleResult());
    }

    /** Whether its unit has somebody who may send it today. */
    @Transactional
    public boolean manned(MailingView mailing) {
        return Boolean.TRUE.equals(bound.query(
                        "select exists (select from role_assignment x join account a on a.id = x.account_id"
                                + " where x.unit_id = ? and a.suspended_at is null and china_day() >= x.valid_from"
                                + " and (x.valid_to is null or china_day() <= x.valid_to)"
                                + " and x.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR'))",
                        mailing.unit().id())
                .getSingleResult());
    }

    /** Whether letters may go out: the campaign runs and its last day is not over. */
    @Transactional
    public boolean open(long campaign) {
        return Boolean.TRUE.equals(bound.query(
                        "select exists (select from campaign c where c.id = ? and c.status = 'RUNNING'"
                                + " and c.ends_on >= china_day())",
                        campaign)
                .getSingleResult());
    }

    private MailingView view(Rows.Row row) {
        return new MailingView(
                row.id(0),
                row.id(1),
                new MailingView.Unit(row.id(2), row.text(3), row.text(4), row.textOrNull(5)),
                row.text(6),
                row.textOrNull(25),
                row.textOrNull(7),
                MailingStatus.valueOf(row.text(8)),
                row.textOrNull(26),
                units(row.id(0)),
                Arrays.stream(row.text(9).split(","))
                        .map(MailingState::valueOf)
                        .sorted()
                        .toList(),
                row.instantOrNull(10),
                texts(row.id(0)),
                row.textOrNull(11),
                row.flag(12),
                row.flag(13),
                row.flag(14),
                steps(row),
                row.text(23),
                row.id(24));
    }

    private static MailingView.Steps steps(Rows.Row row) {
        return new MailingView.Steps(
                row.id(15),
                row.idOrNull(16),
                row.idOrNull(17),
                row.idOrNull(18),
                row.instantOrNull(19),
                row.instantOrNull(20),
                row.instantOrNull(21),
                row.instant(22));
    }

    private List<MailingView.Unit> units(long id) {
        return Rows.list(
                bound.query(
                        "select u.id, u.code, n.zh, n.en from campaign_mailing_unit x join unit u on u.id = x.unit_id"
                                + " join unit_name n on n.unit_id = u.id and n.valid_to is null where x.mailing_id = ?"
                                + " order by u.code",
                        id),
                row -> new MailingView.Unit(row.id(0), row.text(1), row.text(2), row.textOrNull(3)));
    }

    private List<MailingText> texts(long id) {
        return Rows.list(
                bound.query(
                        "select audience, subject_zh, body_zh, subject_en, body_en from campaign_mailing_text"
                                + " where mailing_id = ? order by array_position(array['ALL', 'PROSPECTIVE', 'AEO'], audience)",
                        id),
                row -> new MailingText(
                        Audience.valueOf(row.text(0)), row.text(1), row.text(2), row.textOrNull(3), row.textOrNull(4)));
    }
}
