package org.aeoreach.campaign.counting;

/**
 * So many enterprises.
 *
 * @param unitPath the unit they count for, with all below it: that asked about, or one of its children
 * @param value of the dimension asked for
 * @param audience PROSPECTIVE, AEO or ALL, when frozen
 * @param enterprises more than 0
 */
public record Figure(String unitPath, String value, String audience, State state, long enterprises) {}
