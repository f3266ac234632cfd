/**
 * Mailings of a unit within a campaign: who gets which text, when, approved by a second person, and their letters.
 *
 * <p>It owns the mailing, its texts by audience and language, and a row for each letter and for each enterprise that got
 * none. Letters go through the outbox, a few at a time; which text an enterprise gets is read when its letter is written,
 * and what waits in the outbox is taken back by triggers when the audience changes or the campaign is over. What has left
 * becomes a contact in the ledger. Who is in scope is read from {@code campaign_member}; how mail travels is not known
 * here.
 */
@NullMarked
package org.aeoreach.campaign.mailing;

import org.jspecify.annotations.NullMarked;
