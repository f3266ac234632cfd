package org.aeoreach.mail;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.mail.Delivery.Outcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What the replies of an SMTP server mean for the mail at hand (RFC 5321, 4.2.1). */
final class Replies {

    private static final int CLOSING = 421;
    // RFC 3463 and RFC 7505: what stands for an address that is wrong or gone, and for a sender that is.
    private static final Pattern WRONG_ADDRESS = Pattern.compile("^5\\d\\d[ -]5\\.(1\\.([1-6]|10)|2\\.1)(?!\\d)");
    private static final Pattern WRONG_SENDER = Pattern.compile("^5\\d\\d[ -]5\\.1\\.[78](?!\\d)");
    // A server without such codes says it in words, under the codes RFC 5321 has for mailboxes.
    private static final Pattern UNKNOWN = Pattern.compile(
            "^55[013][ -](?!5\\.\\d)(?!.*\\b(sender|from|client|host|helo|ip|relay|frequency|spam)\\b).*(no such|unknown|not found|no mailbox|does ?n.t exist|does not exist|not exist"
                    + "|invalid (user|recipient|mailbox)|(user|account|mailbox|recipient).*(disabled|suspended|invalid))",
            Pattern.CASE_INSENSITIVE);

    private Replies() {}

    static Delivery delivery(MessagingException fault) {
        return chain(fault)
                .filter(SMTPAddressFailedException.class::isInstance)
                .findFirst()
                .or(() -> chain(fault)
                        .filter(SMTPSendFailedException.class::isInstance)
                        .findFirst())
                .map(Replies::answered)
                .orElseGet(() -> new Delivery(Outcome.LATER, said(fault), false));
    }

    private static Delivery answered(MessagingException reply) {
        if (reply instanceof SMTPAddressFailedException address) {
            return ofAddress(byCode(address.getReturnCode(), said(reply)));
        }
        SMTPSendFailedException send = (SMTPSendFailedException) reply;
        boolean ours = send.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL FROM");
        // A sender that is refused is refused with every mail; none of them may be given up for it.
        return ours && send.getReturnCode() >= 500
                ? new Delivery(Outcome.SERVER_FAULT, said(reply), false)
                : byCode(send.getReturnCode(), said(reply));
    }

    private static Delivery ofAddress(Delivery delivery) {
        String said = delivery.reason();
        if (delivery.outcome() != Outcome.NEVER) {
            return delivery;
        }
        if (WRONG_SENDER.matcher(said).find()) {
            return new Delivery(Outcome.SERVER_FAULT, said, false);
        }
        boolean wrong =
                WRONG_ADDRESS.matcher(said).find() || UNKNOWN.matcher(said).find();
        return wrong ? new Delivery(Outcome.NO_ADDRESS, said, delivery.goOn()) : delivery;
    }

    private static Delivery byCode(int code, String reason) {
        // Without a code the connection broke off, perhaps after the server had taken the mail.
        Outcome outcome = code >= 500 ? Outcome.NEVER : Outcome.LATER;
        return new Delivery(outcome, reason, code >= 400 && code != CLOSING);
    }

    static String said(MessagingException fault) {
        String text = String.valueOf(fault.getMessage());
        Throwable cause = fault.getCause();
        return cause == null || cause instanceof MessagingException ? text : text + " (" + cause.getMessage() + ")";
    }

    private static Stream<MessagingException> chain(MessagingException fault) {
        return Stream.iterate(
                        (Exception) fault,
                        e -> e != null,
                        e -> e instanceof MessagingException next ? next.getNextException() : null)
                .limit(10)
                .filter(MessagingException.class::isInstance)
                .map(MessagingException.class::cast);
    }
}
