package org.aeoreach.campaign.counting;

/** By what figures may be told apart, besides unit, audience and state. */
public enum Dimension {
    /** By nothing more; the value is empty. The only one whose sum is the denominator. */
    ALL,
    /** Size when frozen; empty when not known. */
    SIZE,
    /** Sector when frozen; empty when not known. */
    SECTOR,
    /** Track when frozen: NONE, SME, CBEC, BOTH. */
    TRACK,
    /** Number of the account it is spread to; empty for nobody. */
    OFFICER,
    /** Channel of the contact that first reached it, else of the first contact; not told of those without one. */
    CHANNEL,
    /** Monday (ISO date) of the week of that contact; not told of those without one. */
    WEEK,
    /** Why it is excluded or not reachable; not told of others. */
    REASON,
    /**
     * Shown beside the denominator: MERGED (turned out to be another enterprise since) and MOVED (registered elsewhere
     * since) are part of it, LATE (came into scope since) is in no other dimension.
     */
    APART
}
