package org.aeoreach.mail;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mail program needs to show a mail below those before it.
 *
 * @param replyTo where answers go, or null: to the sender
 * @param inReplyTo Message-ID of the mail it answers, or null
 * @param references Message-IDs of the mails before, the oldest first
 */
record Conversation(@Nullable MailAddress replyTo, @Nullable String inReplyTo, List<String> references) {

    static final Conversation NONE = new Conversation(null, null, List.of());

    // Those of others came from mails: what could end a line or a word is no Message-ID.
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,250}>");

    Conversation {
        references = List.copyOf(references);
    }

    /** As the database keeps it, Message-IDs separated by blanks; what is none is left out. */
    static Conversation of(@Nullable String replyTo, @Nullable String inReplyTo, @Nullable String references) {
        return new Conversation(
                replyTo == null || !MailAddress.isWellFormed(replyTo) ? null : new MailAddress(replyTo),
                inReplyTo == null || !MESSAGE_ID.matcher(inReplyTo).matches() ? null : inReplyTo,
                references == null
                        ? List.of()
                        : Stream.of(references.split(" "))
                                .filter(id -> MESSAGE_ID.matcher(id).matches())
                                .toList());
    }

    /** The header fields by name, folded. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        if (replyTo != null) {
            fields.put("Reply-To", replyTo.text());
        }
        if (inReplyTo != null) {
            fields.put("In-Reply-To", inReplyTo);
        }
        if (!references.isEmpty()) {
            fields.put("References", String.join("\r\n ", references));
        }
        return fields;
    }
}
