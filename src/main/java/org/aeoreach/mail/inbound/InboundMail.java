package org.aeoreach.mail.inbound;

import java.time.Instant;
import java.util.List;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mail somebody wrote, as text. All of it is what the sender says; none of it proves who he is.
 *
 * @param id by which the mail as it came is found
 * @param unitId the unit whose mailbox it came to
 * @param orgPath path of that unit
 * @param language the one it is written in, as far as words tell
 * @param mixed whether there are words of the other language in it
 * @param subject one line, at most 200 characters, perhaps empty
 * @param text what he wrote, without what he quoted and without his signature; at most {@value #MOST_TEXT} characters
 * @param whole the same with everything; null when nothing was left out
 * @param html as it came, never to be shown unsanitised; null when there was none
 * @param thread conversation it belongs to, known by a secret of ours that it carries; null when it carries none
 * @param refused names of attachments that were not taken, with the reason
 * @param doubtful whether our mail server found that it is not from whom it says
 * @param receipt whether a receipt may be sent: not to machines, nor for every one of many
 */
public record InboundMail(
        long id,
        long unitId,
        String orgPath,
        Sender sender,
        Language language,
        boolean mixed,
        String subject,
        String text,
        @Nullable String whole,
        @Nullable String html,
        @Nullable String thread,
        List<Attachment> attachments,
        List<Refused> refused,
        boolean doubtful,
        boolean receipt,
        Instant at) {

    /** Longest text that is handed on. */
    public static final int MOST_TEXT = 90_000;

    public InboundMail {
        attachments = List.copyOf(attachments);
        refused = List.copyOf(refused);
    }

    /** Who it says it is from. @param name perhaps empty */
    public record Sender(MailAddress address, String name) {}

    /** A file that came with it, whatever its name says it is. */
    public record Attachment(String name, byte[] content) {}

    /** A file that was not taken. */
    public record Refused(String name, Why why) {}

    /** Why a file was not taken. */
    public enum Why {
        /** More than 10 MB. */
        TOO_LARGE,
        /** More than five in one mail. */
        TOO_MANY,
        /** By its content none of the kinds that are taken. */
        KIND,
        /** It holds malware. */
        MALWARE,
        /** Whether it holds malware could not be told. */
        UNCHECKED,
        /** It came damaged. */
        BROKEN
    }
}
