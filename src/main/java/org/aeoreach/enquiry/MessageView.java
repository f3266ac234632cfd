package org.aeoreach.enquiry;

import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread.
 *
 * @param author the officer who wrote it; null for the asker's words and for the asker, who sees the unit
 * @param unit of the officer when he wrote it; null for the asker's words
 * @param authority of an answer, else null
 * @param goesAt until then its author can take it back
 * @param undoneAt when he did
 * @param doubtful whether it came by a mail that is not from whom it says; never for the asker
 * @param whole the text of that mail with what was left out of the body; null when nothing was, and for the asker
 * @param sender address of who wrote it by mail when that is not the asker's, else null
 * @param serves the answer this one repeats for a merged enquiry
 */
public record MessageView(
        long id,
        MessageKind kind,
        Language language,
        String body,
        EnquiryView.@Nullable Officer author,
        EnquiryView.@Nullable UnitOf unit,
        @Nullable EnquiryLevel level,
        @Nullable Authority authority,
        boolean doubtful,
        @Nullable String whole,
        @Nullable String sender,
        @Nullable Long serves,
        Instant at,
        Instant goesAt,
        @Nullable Instant undoneAt,
        List<File> files) {

    /** A file of it. @param bytes its size */
    public record File(long id, String name, String mediaType, long bytes) {}

    public boolean undone() {
        return undoneAt != null;
    }

    /** Whether it has reached the asker. */
    public boolean gone(Instant now) {
        return undoneAt == null && !goesAt.isAfter(now);
    }
}
