package org.aeoreach.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.aeoreach.mail.Delivery.Outcome;
import org.aeoreach.mail.MailSettings.Tls;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server. Every wait has an end, see {@link MailSettings.Waits}. Where
 * protection is asked for there is no connection without it, nor to a host that cannot prove its name.
 */
final class SmtpConnection implements AutoCloseable {

    private final MailSettings settings;
    private final Session session;
    private final Transport transport;
    private boolean broken;

    private SmtpConnection(MailSettings settings, Session session, Transport transport) {
        this.settings = settings;
        this.session = session;
        this.transport = transport;
    }

    /** @throws MessagingException when the server is away, not the one it should be, or does not let us in */
    static SmtpConnection open(MailSettings settings) throws MessagingException {
        String protocol = settings.tls() == Tls.TLS ? "smtps" : "smtp";
        KeptSocket socket = new KeptSocket();
        Session session = Session.getInstance(properties(settings, socket, "mail." + protocol + "."));
        Transport transport = new PatientTransport(session, protocol, socket, settings.waits());
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        return new SmtpConnection(settings, session, transport);
    }

    private static Properties properties(MailSettings settings, KeptSocket socket, String prefix) {
        Properties properties = new Properties();
        String wait = Long.toString(settings.waits().reply().toMillis());
        properties.put(
                prefix + "connectiontimeout",
                Long.toString(settings.waits().connect().toMillis()));
        properties.put(prefix + "timeout", wait);
        properties.put(prefix + "writetimeout", wait);
        properties.put(prefix + "localhost", settings.greeting());
        properties.put(prefix + "from", settings.from().text());
        properties.put(prefix + "auth", Boolean.toString(settings.user() != null));
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put(prefix + "socketFactory", socket);
        properties.put(prefix + "socketFactory.fallback", "false");
        if (settings.trust() != null) {
            properties.put(prefix + "ssl.socketFactory", socket.below(TrustAnchors.sockets(settings.trust())));
        }
        return properties;
    }

    Delivery send(QueuedMail mail, String senderName) {
        MimeMessage message;
        try {
            message = new MailMessage(session, mail, sender(mail.from(), senderName));
        } catch (MessagingException | IllegalArgumentException e) {
            return new Delivery(Outcome.UNFIT, e.toString(), true);
        }
        try {
            // The envelope names the one recipient, whatever the headers look like.
            transport.sendMessage(message, new Address[] {envelope(mail.recipient())});
            return new Delivery(Outcome.SENT, "", true);
        } catch (MessagingException e) {
            Delivery delivery = Replies.delivery(e);
            broken = !delivery.goOn() || !transport.isConnected();
            return new Delivery(delivery.outcome(), delivery.reason(), !broken);
        }
    }

    /** The unit's own, unless its domain is no longer one of ours: then it would be taken for forged. */
    private MailMessage.Sender sender(QueuedMail.@Nullable From from, String otherwise) {
        if (from != null) {
            MailAddress address = new MailAddress(from.address());
            if (settings.domains().contains(address.domain())) {
                return new MailMessage.Sender(from.name(), address, settings.home());
            }
        }
        return new MailMessage.Sender(otherwise, settings.from(), settings.home());
    }

    /** Whether nothing broke so far. Asks nothing of the server. */
    boolean usable() {
        return !broken;
    }

    private static InternetAddress envelope(String recipient) throws MessagingException {
        return new InternetAddress(recipient, true);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // Everything that was to be known is known.
        }
    }
}
