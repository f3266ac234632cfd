package org.aeoreach.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox.
 *
 * @param language {@code zh} or {@code en}
 * @param nextAttemptAt when it is tried next, where that is to come
 * @param lastError what the mail server said to the last attempt that failed
 * @param gaveUp why it was given up: ADDRESS, REFUSED, TRIED, BOUNCED, BLOCKED, DECLINED or UNFIT
 * @param sender name and address it comes from; null: those the server is configured to send from
 * @param text body; only in a demo installation and for a single mail, since it may hold a link that lets somebody in
 */
public record MailView(
        long id,
        String messageId,
        String template,
        String language,
        String recipient,
        String recipientName,
        String subject,
        MailStatus status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String gaveUp,
        @Nullable String sender,
        @Nullable String text) {}
