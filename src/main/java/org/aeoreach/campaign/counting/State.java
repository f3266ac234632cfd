package org.aeoreach.campaign.counting;

/** What a member counts as; the SQL is {@code campaign_state(standing, level)}. */
public enum State {
    /** Contacted as the rule of its audience asks, within the period; unless it was excluded. */
    REACHED,
    /** Contacted within the period, but not enough. */
    TOUCHED,
    UNTOUCHED,
    /** Somebody tried and says why; reached all the same once a contact is strong enough. */
    UNREACHABLE,
    /** Stays in the denominator, so that excluding makes no rate better. */
    EXCLUDED
}
