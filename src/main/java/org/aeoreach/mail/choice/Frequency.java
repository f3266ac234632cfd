package org.aeoreach.mail.choice;

/** How often somebody hears of what he follows; messages {@code mail.frequency.*}. */
public enum Frequency {
    AT_ONCE,
    DAILY,
    WEEKLY
}
