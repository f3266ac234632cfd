package org.aeoreach.campaign.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.Audience;
import org.aeoreach.campaign.AudienceRule;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.ContentText;
import org.aeoreach.campaign.directive.Hands;
import org.aeoreach.campaign.directive.Reason;
import org.aeoreach.campaign.directive.Rejudging;
import org.aeoreach.campaign.directive.Saving;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Amendments of campaigns that run. */
@ApplicationScoped
public class Amendments {

    private static final String PROPOSE =
            "insert into campaign_edition (campaign_id, edition, content, note, submitted_by, submitted_as)"
                    + " values (?1, ?2, cast(?3 as jsonb), ?4, ?5, ?7) on conflict (campaign_id, edition) do update set"
                    + " content = excluded.content, note = excluded.note, submitted_by = excluded.submitted_by,"
                    + " submitted_as = excluded.submitted_as,"
                    + " submitted_at = now(), status = 'PROPOSED', decided_by = null, decided_at = null, reason = null,"
                    + " version = campaign_edition.version + 1 where campaign_edition.status <> 'IN_FORCE'"
                    + " and campaign_edition.version + 1 = ?6";

    @Inject
    private Bound bound;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Saving saving;

    @Inject
    private Hands hands;

    @Inject
    private Rejudging rejudging;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** What is proposed or was given back; empty when there is nothing, or it is not the viewer's to see. */
    @Transactional
    public Optional<Proposal> pending(CampaignView campaign) {
        return Rows.one(
                bound.query(
                        "select edition, status, cast(content as text), note, reason, version + 1 from campaign_edition"
                                + " where campaign_id = ? and edition = ? and status <> 'IN_FORCE'",
                        campaign.id(),
                        campaign.edition() + 1),
                row -> new Proposal(
                        (int) row.id(0),
                        row.text(1),
                        ContentText.read(row.text(2)),
                        row.textOrNull(3),
                        row.textOrNull(4),
                        !hands.second(campaign.id(), (int) row.id(0)),
                        row.id(5)));
    }

    /** What the campaign said in an edition that is or was in force. @throws Problem 404 */
    @Transactional
    public CampaignContent edition(long campaign, int edition) {
        campaigns.get(campaign);
        return Rows.one(
                        bound.query(
                                "select cast(content as text) from campaign_edition where campaign_id = ? and edition = ?"
                                        + " and status = 'IN_FORCE'",
                                campaign,
                                edition),
                        row -> ContentText.read(row.text(0)))
                .orElseThrow(Problem::notFound);
    }

    /**
     * Proposes an amendment, or another in place of one that is not in force.
     *
     * @param version of the proposal it takes the place of, 0 for none
     * @throws Problem 412 when somebody proposed another meanwhile
     */
    @Transactional
    public Proposal propose(long id, long version, Amending wanted) {
        CampaignView campaign = running(id);
        saving.check(wanted.content());
        if (!audiences(wanted.content()).equals(audiences(campaign.content()))) {
            throw Problem.invalid("audiences", "campaign.invalid.audiences-stay");
        }
        if (wanted.content().equals(campaign.content())) {
            throw Problem.invalid("note", "campaign.invalid.nothing-changes");
        }
        int edition = campaign.edition() + 1;
        int written = bound.query(
                        PROPOSE,
                        id,
                        edition,
                        ContentText.write(wanted.content()),
                        wanted.note(),
                        viewer.require().accountId(),
                        version,
                        viewer.require().role())
                .executeUpdate();
        Versions.check(1, written);
        if (version > 0 && first(campaign)) {
            throw Problem.stale();
        }
        hands.had(id, edition);
        witnessed("campaign.propose-amendment", campaign, edition, wanted.note());
        return pending(campaign).orElseThrow(Problem::notFound);
    }

    /** Whether the proposal was written for the first time in this transaction. */
    private boolean first(CampaignView campaign) {
        return pending(campaign).map(proposal -> proposal.version() == 1).orElse(false);
    }

    private static Set<Audience> audiences(CampaignContent content) {
        return content.audiences().stream().map(AudienceRule::audience).collect(Collectors.toSet());
    }

    /** @throws Problem 409 or 412 when that proposal does not wait any more */
    @Transactional
    public void giveBack(long id, int edition, long version, Reason why) {
        CampaignView campaign = running(id);
        waiting(campaign, edition, version);
        decide(id, edition, version, "status = 'RETURNED', reason = ?", why.reason());
        witnessed("campaign.return-amendment", campaign, edition, why.reason());
    }

    /**
     * Puts exactly that proposal into force.
     *
     * @throws Problem 403 when the viewer had a hand in it or acts in another role, 409 or 412 when another one waits
     */
    @Transactional
    public CampaignView approve(long id, int edition, long version) {
        CampaignView campaign = running(id);
        Proposal proposal = waiting(campaign, edition, version);
        hands.requireSecond(id, edition);
        long me = viewer.require().accountId();
        decide(id, edition, version, "status = 'IN_FORCE', decided_by = ?, decided_at = now()", me);
        saving.write(id, proposal.content());
        int changed = bound.query(
                        "update campaign set edition = ?, note_by = china_day() + 5, changed_at = now(), version = version + 1"
                                + " where id = ? and version = ? and edition = ? and status = 'RUNNING'",
                        edition,
                        id,
                        campaign.version(),
                        edition - 1)
                .executeUpdate();
        Versions.check(1, changed);
        for (String table : List.of("campaign_plan", "campaign_assignment")) {
            bound.query(
                            "update " + table + " set acknowledged_edition = ?, version = version + 1"
                                    + " where campaign_id = ? and org_path = ?",
                            edition,
                            id,
                            campaign.orgPath())
                    .executeUpdate();
        }
        if (counts(campaign.content(), proposal.content())) {
            rejudging.begin(id, edition);
        }
        witnessed("campaign.approve-amendment", campaign, edition, proposal.note());
        return campaigns.get(id);
    }

    /** Whether it changes who counts as reached. */
    private static boolean counts(CampaignContent before, CampaignContent after) {
        boolean period =
                before.startsOn().equals(after.startsOn()) && before.endsOn().equals(after.endsOn());
        return !period || after.audiences().stream().anyMatch(rule -> !sameRule(before, rule));
    }

    private static boolean sameRule(CampaignContent before, AudienceRule rule) {
        return before.rule(rule.audience())
                .filter(old -> old.leastStrength() == rule.leastStrength()
                        && Set.copyOf(old.channels()).equals(Set.copyOf(rule.channels())))
                .isPresent();
    }

    private CampaignView running(long id) {
        CampaignView campaign = campaigns.own(id);
        if (campaign.status() != CampaignStatus.RUNNING) {
            throw new Problem(409, "campaign.problem.not-running");
        }
        return campaign;
    }

    private Proposal waiting(CampaignView campaign, int edition, long version) {
        Proposal proposal = pending(campaign)
                .filter(each -> each.edition() == edition && each.waits())
                .orElseThrow(() -> new Problem(409, "campaign.problem.other-edition"));
        if (proposal.version() != version) {
            throw new Problem(409, "campaign.problem.newer-proposal");
        }
        return proposal;
    }

    private void decide(long id, int edition, long version, String change, Object value) {
        int decided = bound.query(
                        "update campaign_edition set " + change + ", version = version + 1 where campaign_id = ?"
                                + " and edition = ? and version + 1 = ? and status = 'PROPOSED'",
                        value,
                        id,
                        edition,
                        version)
                .executeUpdate();
        if (decided == 0) {
            throw new Problem(409, "campaign.problem.newer-proposal");
        }
    }

    private void witnessed(String action, CampaignView campaign, int edition, @Nullable String note) {
        audit.record(
                action,
                new AuditTrail.Subject("campaign", campaign.id(), campaign.orgPath()),
                Changes.none().with("edition", campaign.edition(), edition).with("note", note));
    }
}
