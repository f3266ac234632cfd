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
import org.aeoreach.campaign.plan.OwnParts;
import org.aeoreach.campaign.plan.Stage;
import org.aeoreach.enterprise.segment.ConditionText;
import org.aeoreach.enterprise.segment.ConditionWords;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/** Puts the page of a campaign together. */
@ApplicationScoped
class CampaignPageReader {

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private DirectiveForms forms;

    @Inject
    private Hands hands;

    @Inject
    private ConditionWords words;

    @Inject
    private Jobs jobs;

    @Inject
    private IssuedTo tree;

    @Inject
    private Editions editions;

    @Inject
    private OwnParts parts;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private Rejudging rejudging;

    @Inject
    private MailingDates mailings;

    /** @param chosen what the list of units is narrowed to, or null */
    @Transactional
    public CampaignPage read(CampaignView campaign, Page page, @Nullable Stage chosen) {
        Viewer me = viewer.require();
        boolean own = me.orgPath().equals(campaign.orgPath()) && me.role().reachesOut();
        String conditions = campaign.conditions();
        return new CampaignPage(
                own,
                !hands.second(campaign.id(), 1),
                conditions == null ? null : words.of(ConditionText.read(conditions), page),
                forms.titles(campaign.content()),
                job(campaign),
                tree.of(campaign.id(), chosen),
                editions.known(campaign.id()),
                parts.of(campaign.id()).orElse(null),
                campaign.status() == CampaignStatus.WITHDRAWN ? withdrawals.of(campaign.id()) : null,
                own ? rejudging.behind(campaign.id()).orElse(null) : null,
                mailings.of(campaign.id(), null));
    }

    private @Nullable JobView job(CampaignView campaign) {
        Long id = campaign.steps().jobId();
        return id == null || campaign.status() != CampaignStatus.FREEZING
                ? null
                : jobs.find(id).orElse(null);
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
