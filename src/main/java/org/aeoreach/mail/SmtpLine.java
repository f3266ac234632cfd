package org.aeoreach.mail;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * A line to the mail server that is kept while there is something to send, and made anew when it broke or after a hundred
 * mails, since many servers take no more over one connection.
 */
final class SmtpLine implements AutoCloseable {

    private static final int MOST = 100;

    private final MailSettings settings;
    private @Nullable SmtpConnection connection;
    private int used;

    SmtpLine(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * The connection for one more mail.
     *
     * @throws MessagingException when the server is away, not the one it should be, or does not let us in
     */
    SmtpConnection open() throws MessagingException {
        SmtpConnection open = connection;
        if (open == null || used >= MOST || !open.usable()) {
            close();
            open = SmtpConnection.open(settings);
            connection = open;
        }
        used++;
        return open;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
        used = 0;
    }
}
