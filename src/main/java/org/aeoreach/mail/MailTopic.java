package org.aeoreach.mail;

/** What mail is about that nobody has to get; messages {@code mail.topic.*}. A template names it as its {@code Topic}. */
public enum MailTopic {
    /** Mailings of campaigns. */
    CAMPAIGN,
    /** Documents that changed. */
    LIBRARY,
    /** What is due, to officers. */
    WORK
}
