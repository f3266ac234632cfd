package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.MailingDates;
import org.aeoreach.campaign.plan.Editions;
import org.aeoreach.campaign.plan.IssuedTo;
import org.aeoreach.enterprise.segment.ConditionText;
import org.aeoreach.enterprise.segment.ConditionWords;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/** Puts the page of a campaign together. */
@ApplicationScoped
class CampaignPageReader {

    private Bound bound;
    private CurrentViewer viewer;
    private DirectiveForms forms;
    private Hands hands;
    private ConditionWords words;
    private Jobs jobs;
    private IssuedTo tree;
    private Editions editions;
    private MailingDates mailings;

    @SuppressWarnings("NullAway.Init")
    CampaignPageReader() {}

    @Inject
    CampaignPageReader(
            Bound bound,
            CurrentViewer viewer,
            DirectiveForms forms,
            Hands hands,
            ConditionWords words,
            Jobs jobs,
            IssuedTo tree,
            Editions editions,
            MailingDates mailings) {
        this.bound = bound;
        this.viewer = viewer;
        this.forms = forms;
        this.hands = hands;
        this.words = words;
        this.jobs = jobs;
        this.tree = tree;
        this.editions = editions;
        this.mailings = mailings;
    }

    @Transactional
    public CampaignPage read(CampaignView campaign, Page page) {
        Viewer me = viewer.require();
        boolean own = me.orgPath().equals(campaign.orgPath())
                && page.is(Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR);
        String conditions = campaign.conditions();
        return new CampaignPage(
                own,
                hands.has(campaign.id(), 1),
                conditions == null ? null : words.of(ConditionText.read(conditions), page),
                forms.titles(campaign.content()),
                job(campaign),
                tree.of(campaign.id()),
                editions.known(campaign.id()),
                part(campaign.id(), me),
                mailings.of(campaign.id(), null));
    }

    private @Nullable JobView job(CampaignView campaign) {
        Long id = campaign.steps().jobId();
        return id == null || campaign.status() != CampaignStatus.FREEZING
                ? null
                : jobs.find(id).orElse(null);
    }

    /** The plan of the viewer's unit, or the one of its district once it is handed down. */
    private @Nullable String part(long campaign, Viewer me) {
        return Rows.one(
                        bound.query(
                                "select u.code from campaign_plan p join unit u on u.id = p.unit_id where p.campaign_id = ?"
                                        + " and starts_with(?, p.org_path) and (p.org_path = ? or p.pushed_at is not null)"
                                        + " order by length(p.org_path) desc limit 1",
                                campaign,
                                me.orgPath(),
                                me.orgPath()),
                        row -> row.text(0))
                .orElse(null);
    }

    /** Codes of the units it is issued to. */
    @Transactional
    public List<String> addressed(long campaign) {
        return Rows.list(
                bound.query(
                        "select u.code from campaign_plan p join unit u on u.id = p.unit_id where p.campaign_id = ?"
                                + " order by u.code",
                        campaign),
                row -> row.text(0));
    }
}
