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

/**
 * One connection to the mail server. Every wait has an end: 10 s to connect, 30 s for a reply and to be read. Where
 * protection is asked for there is no connection without it, nor to a host that cannot prove its name.
 */
final class SmtpConnection implements AutoCloseable {

    private static final String CONNECT_MILLIS = "10000";
    private static final String WAIT_MILLIS = "30000";

    private final MailSettings settings;
    private final Session session;
    private final Transport transport;

    private SmtpConnection(MailSettings settings, Session session, Transport transport) {
        this.settings = settings;
        this.session = session;
        this.transport = transport;
    }

    /** @throws MessagingException when the server is away, not the one it should be, or does not let us in */
    static SmtpConnection open(MailSettings settings) throws MessagingException {
        String protocol = settings.tls() == Tls.TLS ? "smtps" : "smtp";
        Session session = Session.getInstance(properties(settings, "mail." + protocol + "."));
        Transport transport = session.getTransport(protocol);
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        return new SmtpConnection(settings, session, transport);
    }

    private static Properties properties(MailSettings settings, String prefix) {
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", WAIT_MILLIS);
        properties.put(prefix + "writetimeout", WAIT_MILLIS);
        properties.put(prefix + "localhost", settings.greeting());
        properties.put(prefix + "from", settings.from().text());
        properties.put(prefix + "auth", Boolean.toString(settings.user() != null));
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        if (settings.trust() != null) {
            properties.put(prefix + "ssl.socketFactory", TrustAnchors.sockets(settings.trust()));
            properties.put(prefix + "socketFactory.fallback", "false");
        }
        return properties;
    }

    Delivery send(QueuedMail mail, String senderName) {
        MimeMessage message;
        try {
            message = new MailMessage(session, mail, new MailMessage.Sender(senderName, settings.from()));
        } catch (MessagingException | IllegalArgumentException e) {
            return new Delivery(Outcome.NEVER, e.toString(), true);
        }
        try {
            // The envelope names the one recipient, whatever the headers look like.
            transport.sendMessage(message, new Address[] {envelope(mail.recipient())});
            return new Delivery(Outcome.SENT, "", true);
        } catch (MessagingException e) {
            Delivery delivery = Replies.delivery(e);
            return new Delivery(delivery.outcome(), delivery.reason(), delivery.goOn() && transport.isConnected());
        }
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
