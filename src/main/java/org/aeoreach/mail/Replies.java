package org.aeoreach.mail;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.stream.Stream;
import org.aeoreach.mail.Delivery.Outcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What the replies of an SMTP server mean for the mail at hand (RFC 5321, 4.2.1). */
final class Replies {

    private static final int CLOSING = 421;

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
            return byCode(address.getReturnCode(), said(reply));
        }
        SMTPSendFailedException send = (SMTPSendFailedException) reply;
        boolean ours = send.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL FROM");
        // A sender that is refused is refused with every mail; none of them may be given up for it.
        return ours && send.getReturnCode() >= 500
                ? new Delivery(Outcome.SERVER_FAULT, said(reply), false)
                : byCode(send.getReturnCode(), said(reply));
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
