package org.aeoreach.campaign.mailing;

/** In which state an enterprise in scope may be to get a mailing; one that is excluded never gets it. */
public enum MailingState {
    UNTOUCHED,
    TOUCHED,
    REACHED,
    UNREACHABLE
}
