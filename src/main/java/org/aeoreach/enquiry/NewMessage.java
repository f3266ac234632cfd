package org.aeoreach.enquiry;

import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A message to be added to a thread.
 *
 * @param accountId who wrote it; null when he has no account
 * @param by the officer's side of it; null for the asker's words
 * @param mail it came by, or null
 * @param files numbers of stored files
 */
public record NewMessage(
        MessageKind kind,
        Language language,
        String body,
        @Nullable Long accountId,
        @Nullable By by,
        @Nullable CameByMail mail,
        List<Long> files) {

    /**
     * Customs as its author.
     *
     * @param authority of an answer, else null
     * @param serves the answer it repeats for a merged enquiry, or null
     * @param goesAt when it goes out; null: at once
     */
    public record By(
            long unitId,
            EnquiryLevel level,
            @Nullable Authority authority,
            @Nullable Long serves,
            @Nullable Instant goesAt) {}

    public NewMessage {
        files = List.copyOf(files);
    }

    /** The asker's words, as they stand. */
    public static NewMessage ofAsker(MessageKind kind, Language language, String body, @Nullable Long accountId) {
        return new NewMessage(kind, language, body, accountId, null, null, List.of());
    }

    /** What customs says. */
    public static NewMessage ofCustoms(
            MessageKind kind, Language language, String body, @Nullable Long accountId, By by) {
        return new NewMessage(kind, language, body, accountId, by, null, List.of());
    }
}
