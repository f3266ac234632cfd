package org.aeoreach.mail;

import java.time.Instant;

/**
 * Why no mail goes to an address.
 *
 * @param reason what the mail server said, or the officer who entered it
 */
public record MailFailure(Cause cause, String reason, Instant at) {

    /** Messages {@code mail.block.cause.*}. */
    public enum Cause {
        /** The mail server said that there is no such mailbox. */
        REFUSED,
        /** A mail came back for good. */
        BOUNCED,
        /** An officer entered it. */
        ENTERED
    }
}
