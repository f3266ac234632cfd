package org.aeoreach.mail.inbound;

/** A mail with which the chain cannot go on and which a person has to look at. */
final class LaidAside extends RuntimeException {

    final Reason reason;
    final String detail;

    /** @param detail in technical words, one line, without what the mail says */
    LaidAside(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }
}
