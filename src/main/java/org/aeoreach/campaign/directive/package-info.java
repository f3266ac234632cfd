/**
 * Directives and campaigns of a unit's own: written, sent to a second person, approved, frozen, withdrawn.
 *
 * <p>Who wrote, changed or submitted one may not approve it, whatever he acts as. Approving starts the job that writes
 * down who is in scope; as long as that has not ended well the campaign can be frozen again or be a draft again. What
 * the units make of it belongs to the package of plans, a change of what runs to that of amendments.
 */
@NullMarked
package org.aeoreach.campaign.directive;

import org.jspecify.annotations.NullMarked;
