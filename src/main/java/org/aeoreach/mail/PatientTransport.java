package org.aeoreach.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.aeoreach.mail.MailSettings.Waits;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Waits longer for the reply to a whole mail than for any other. */
final class PatientTransport extends SMTPTransport {

    private final KeptSocket socket;
    private final Waits waits;

    /** @param protocol {@code smtp} or {@code smtps} */
    PatientTransport(Session session, String protocol, KeptSocket socket, Waits waits) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
        this.socket = socket;
        this.waits = waits;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        OutputStream text = super.data();
        patience(waits.taken());
        return text;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        super.finishData();
        patience(waits.reply());
    }

    private void patience(Duration longest) throws MessagingException {
        try {
            socket.patience(longest);
        } catch (IOException gone) {
            throw new MessagingException("The connection is gone", gone);
        }
    }
}
