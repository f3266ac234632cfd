package org.aeoreach.outreach;

/** Way of a contact; how strong each is by default is in the table {@code contact_channel}. */
public enum Channel {
    ONE_TO_ONE_TRAINING,
    ON_SITE_GUIDANCE,
    VISIT,
    COUNTER,
    PHONE,
    HOTLINE,
    ONLINE_SESSION,
    LIVE_STREAM,
    CONFERENCE,
    TRAINING_BASE,
    MAIL,
    MESSAGE,
    PORTAL
}
