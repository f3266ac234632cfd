package org.aeoreach.mail;

import java.time.Instant;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mail a worker has claimed, as it stands in the database.
 *
 * @param attempts tries so far, the one to come included
 * @param from what its unit has it come from; null: what the server is configured to send from
 * @param conversation what it answers
 * @param calendar an iCalendar text, or null
 * @param link the secret part of the link to what its reader gets; null for a service message
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
        int attempts,
        @Nullable String link,
        @Nullable From from,
        Conversation conversation,
        @Nullable String calendar) {

    /** An address of a unit, and what it calls itself in the language of the mail. */
    record From(String address, String name) {}
}
