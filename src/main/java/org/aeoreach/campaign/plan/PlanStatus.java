package org.aeoreach.campaign.plan;

/** How far a unit has come with a campaign that was issued to it. */
public enum PlanStatus {
    /** Not taken note of. */
    ISSUED,
    /** Asks back; who issued it answers. */
    ASKED,
    /** Declines, with reasons; who issued it may issue it again or leave it at that. */
    DECLINED,
    /** Taken note of; the plan is being written. */
    ACKNOWLEDGED,
    /** The plan waits for a second person. */
    SUBMITTED,
    APPROVED,
    WITHDRAWN
}
