package org.aeoreach.mail.inbound;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells an answer a mailbox gives while its owner is away from one somebody wrote. */
final class AutoReply {

    private static final Pattern AWAY = Pattern.compile(
            "(?i).*(自动回复|自动答复|外出回复|不在办公室|休假|out of (the )?office|automatic reply|auto(matic)?[- ]?reply|autoresponse|vacation).*");

    private AutoReply() {}

    /** Whether its head says so for machines to read. */
    static boolean declared(Head head) {
        return head.first("auto-submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied")
                || Stream.of("x-autoreply", "x-autorespond", "x-auto-reply-from")
                        .anyMatch(head::has)
                || (head.has("x-auto-response-suppress") && titled(head));
    }

    /** Whether its subject says so. */
    static boolean titled(Head head) {
        return AWAY.matcher(head.text("subject")).matches();
    }
}
