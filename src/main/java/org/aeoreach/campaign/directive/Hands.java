package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Who had a hand in an edition of a campaign, in whatever role and for whomever he stood in; and who may approve it. */
@ApplicationScoped
public class Hands {

    // The first edition is submitted with the campaign, each that follows by itself.
    private static final String SECOND = "select count(*) from campaign c left join campaign_edition e"
            + " on e.campaign_id = c.id and e.edition = ?2 where c.id = ?1"
            + " and case when ?2 = 1 then c.submitted_as else e.submitted_as end = ?3 and not exists (select from"
            + " campaign_editor w where w.campaign_id = c.id and w.edition = ?2 and w.account_id = ?4)";

    private Bound bound;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Hands() {}

    @Inject
    Hands(Bound bound, CurrentViewer viewer) {
        this.bound = bound;
        this.viewer = viewer;
    }

    /** The viewer has, from now on. */
    @Transactional
    public void had(long campaign, int edition) {
        bound.query(
                        "insert into campaign_editor (campaign_id, edition, account_id) values (?, ?, ?)"
                                + " on conflict do nothing",
                        campaign,
                        edition,
                        viewer.require().accountId())
                .executeUpdate();
    }

    /** Whether the viewer may approve it: he had no hand in it, and acts in the role in which it was submitted. */
    @Transactional
    public boolean second(long campaign, int edition) {
        Viewer me = viewer.require();
        Number found = (Number) bound.query(SECOND, campaign, edition, me.role().name(), me.accountId())
                .getSingleResult();
        return found.longValue() > 0;
    }

    /** @throws Problem 403 unless the viewer may approve it */
    @Transactional
    public void requireSecond(long campaign, int edition) {
        if (!second(campaign, edition)) {
            throw new Problem(403, "campaign.problem.second-person");
        }
    }
}
