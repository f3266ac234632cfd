package org.aeoreach.enquiry.bulk;

/** Why it is not done with an enquiry. */
public enum Obstacle {
    /** Another unit has it. */
    ELSEWHERE,
    CLOSED,
    ANSWERED,
    /** It serves another one. */
    FOLLOWS,
    /** Its topic needs more than the viewer's level. */
    AUTHORITY,
    /** It has no topic, and on some the viewer's level may not answer. */
    TOPIC,
    /** It lies with another unit than the officer's. */
    OTHER_DESK,
    /** Its answer has not gone out yet. */
    PENDING,
    /** Somebody changed it after it was seen. */
    CHANGED,
    /** The text names something there is no value for. */
    PLACEHOLDER,
    /** It would have too many tags. */
    TAGS;

    /** Whether it can be overcome on the page, by looking again or with other words. */
    public boolean soft() {
        return this == CHANGED || this == PLACEHOLDER || this == TAGS;
    }
}
