package org.aeoreach.mail.inbound;

import java.util.Objects;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.inbound.InboundMail.Sender;
import org.aeoreach.web.markdown.HtmlText;

/** Makes of a mail that passed the chain the text it is. */
final class Writing {

    private static final int MOST_LINE = 200;

    private Writing() {}

    static InboundMail of(Passing mail) {
        Body body = mail.body();
        String whole = cut(whole(body));
        String text = Quotes.trimmed(whole, mail.thread != null);
        String subject = line(mail.head.text("subject"));
        // Subjects of answers are ours.
        Wording wording = Wording.of(text.isBlank() ? subject : text);
        InboundQueue.Waiting waiting = mail.mail;
        return new InboundMail(
                waiting.id(),
                waiting.unitId(),
                waiting.orgPath(),
                sender(mail),
                wording.language(),
                wording.mixed(),
                subject,
                text,
                text.equals(whole) ? null : whole,
                body.html(),
                mail.thread,
                body.attachments(),
                body.refused(),
                mail.proof.failed(),
                mail.receipt,
                waiting.fetchedAt());
    }

    /** The plain part where there is one: programs write it for who wants no HTML. */
    private static String whole(Body body) {
        String html = body.html();
        return (body.text().isBlank() && html != null ? HtmlText.of(html) : body.text()).strip();
    }

    private static String cut(String text) {
        if (text.length() <= InboundMail.MOST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(InboundMail.MOST_TEXT - 2))
                ? InboundMail.MOST_TEXT - 2
                : InboundMail.MOST_TEXT - 1;
        return text.substring(0, end) + "…";
    }

    private static Sender sender(Passing mail) {
        String address = Objects.requireNonNull(mail.mail.sender());
        return new Sender(
                new MailAddress(address),
                line(From.of(mail.head).map(From::name).orElse("")));
    }

    /** One line without what turns the direction of writing. */
    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cs}\\p{Cn}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\s]+", " ")
                .strip();
        String cut = line.length() <= MOST_LINE
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(MOST_LINE - 1)) ? MOST_LINE - 1 : MOST_LINE);
        return new HeaderText(cut).text();
    }
}
