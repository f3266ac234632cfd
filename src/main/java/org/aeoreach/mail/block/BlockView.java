package org.aeoreach.mail.block;

import java.time.Instant;
import org.aeoreach.mail.MailFailure;
import org.jspecify.annotations.Nullable;

/**
 * An address no mail goes to.
 *
 * @param reason what the mail server said, or who entered it
 * @param mailId the mail that failed, where it is known
 */
public record BlockView(
        long id,
        String address,
        MailFailure.Cause cause,
        String reason,
        @Nullable Long mailId,
        Instant at) {}
