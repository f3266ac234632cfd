package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;

/** Who had a hand in an edition of a campaign, in whatever role and for whomever he stood in. */
@ApplicationScoped
public class Hands {

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

    /** Whether the viewer has. */
    @Transactional
    public boolean has(long campaign, int edition) {
        Number found = (Number) bound.query(
                        "select count(*) from campaign_editor where campaign_id = ? and edition = ? and account_id = ?",
                        campaign,
                        edition,
                        viewer.require().accountId())
                .getSingleResult();
        return found.longValue() > 0;
    }

    /** @throws Problem 403 when the viewer has */
    @Transactional
    public void requireNone(long campaign, int edition) {
        if (has(campaign, edition)) {
            throw new Problem(403, "campaign.problem.second-person");
        }
    }
}
