package org.aeoreach.campaign.plan;

import java.util.List;
import org.aeoreach.campaign.activity.ActivityView;

/**
 * What a plan said when it was approved.
 *
 * @param activities what was to take place on certain days; houses by their codes alone
 */
record Edition(PlanView.Words words, List<ActivityView> activities) {}
