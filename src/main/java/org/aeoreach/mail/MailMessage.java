package org.aeoreach.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as it goes over the wire, the same at every attempt. Whatever comes from people is encoded before. */
final class MailMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";
    private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:([A-Z]+)\\r?$");

    private final String messageId;

    /** Who it is from: a name, an address, and the address of the start page without a slash. */
    record Sender(String name, MailAddress address, String home) {}

    /** @throws IllegalArgumentException when the row holds what no header may */
    MailMessage(Session session, QueuedMail mail, Sender sender) throws MessagingException {
        super(session);
        this.messageId = mail.messageId();
        setHeader("From", mailbox(new HeaderText(sender.name()), sender.address()));
        setHeader("To", mailbox(new HeaderText(mail.recipientName()), new MailAddress(mail.recipient())));
        setHeader("Subject", new HeaderText(mail.subject()).encoded());
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        setHeader("Content-Language", mail.language().tag());
        for (Map.Entry<String, String> field : mail.conversation().fields().entrySet()) {
            setHeader(field.getKey(), field.getValue());
        }
        if (mail.link() != null) {
            setHeader("List-Unsubscribe", "<" + sender.home() + ChoicePaths.decline(mail.link()) + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        setSentDate(Date.from(mail.createdAt()));
        MimeMultipart parts = new MimeMultipart("alternative", part(mail.plain(), "plain"), part(mail.html(), "html"));
        if (mail.calendar() != null) {
            parts.addBodyPart(calendar(mail.calendar()));
        }
        setContent(parts);
        saveChanges();
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, type);
        return part;
    }

    /** Programs take it over by the method its type names, which must be that of the text (RFC 6047). */
    private static MimeBodyPart calendar(String text) throws MessagingException {
        Matcher method = METHOD.matcher(text);
        MimeBodyPart part = part(text, "calendar");
        part.setHeader(
                "Content-Type",
                "text/calendar; charset=UTF-8; method=" + (method.find() ? method.group(1) : "PUBLISH"));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String mailbox(HeaderText name, MailAddress address) {
        return name.text().isBlank() ? address.text() : name.encoded() + "\r\n <" + address.text() + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
