/**
 * Amendments: what changes in a campaign that runs.
 *
 * <p>Somebody proposes the whole content anew, a second person approves exactly that proposal, by edition and version.
 * It is in force then, the units are shown field by field what changed and take note of it; whom the campaign is about
 * stays as frozen. When the rule by which somebody counts as reached changed, a job reads all contacts anew.
 */
@NullMarked
package org.aeoreach.campaign.amendment;

import org.jspecify.annotations.NullMarked;
