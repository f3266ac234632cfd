package org.aeoreach.mail.choice;

/** The way somebody of an enterprise likes best to be spoken to; messages {@code mail.channel.*}. */
public enum MailChannel {
    MAIL,
    PHONE,
    VISIT,
    PORTAL
}
