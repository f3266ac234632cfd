package org.aeoreach.mail.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in.
 *
 * @param mailbox address it came to
 * @param sender address it says it is from
 * @param status ARRIVED, WORKING, DONE or ASIDE
 * @param became what became of it, when it is DONE
 * @param reason why it is laid aside, when it is ASIDE
 * @param error technical words on that
 * @param bytes its size
 * @param copies how often the same mail came again
 * @param proof what our mail server found out about the sender
 * @param gone since when it is no longer kept as it came
 */
public record InboundView(
        long id,
        String mailbox,
        @Nullable String sender,
        @Nullable String senderName,
        @Nullable String subject,
        String status,
        @Nullable Became became,
        @Nullable Reason reason,
        @Nullable String error,
        int attempts,
        long bytes,
        int copies,
        Instant fetchedAt,
        @Nullable Instant doneAt,
        Proof proof,
        @Nullable Instant gone) {

    /** Whether a person may have it tried again, or taken in though it looked like one of a machine. */
    public boolean repeatable() {
        return gone == null && madeNothingOf();
    }

    /** Whether our mail server found that it is not from whom it says. */
    public boolean doubtful() {
        return proof.failed();
    }

    private boolean madeNothingOf() {
        return reason != null && reason != Reason.SIZE
                || became == Became.AUTOMATIC
                || became == Became.AWAY
                || became == Became.LOOP
                || became == Became.BOUNCE
                || became == Became.NOTHING;
    }
}
