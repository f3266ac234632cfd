package org.aeoreach.mail;

import java.time.Instant;
import org.aeoreach.platform.Language;

/**
 * A mail a worker has claimed, as it stands in the database.
 *
 * @param attempts tries so far, the one to come included
 */
record QueuedMail(
        long id,
        String messageId,
        String template,
        Language language,
        String recipient,
        String recipientName,
        String subject,
        String plain,
        String html,
        Instant createdAt,
        int attempts) {}
