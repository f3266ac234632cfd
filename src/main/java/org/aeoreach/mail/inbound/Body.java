package org.aeoreach.mail.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail holds.
 *
 * @param text its plain text, perhaps empty
 * @param html as it came, or null
 * @param report the machine-readable part of a delivery report, or null
 * @param returned the mail a delivery report gives back, or its head, as far as it is given
 */
record Body(
        String text,
        @Nullable String html,
        List<InboundMail.Attachment> attachments,
        List<InboundMail.Refused> refused,
        @Nullable String report,
        @Nullable String returned) {

    Body {
        attachments = List.copyOf(attachments);
        refused = List.copyOf(refused);
    }

    boolean empty() {
        return text.isBlank() && (html == null || html.isBlank()) && attachments.isEmpty() && refused.isEmpty();
    }
}
