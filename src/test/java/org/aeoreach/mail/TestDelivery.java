package org.aeoreach.mail;

import java.time.Clock;
import java.util.UUID;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;

/** Sends what waits in the outbox, as a node would. */
public final class TestDelivery {

    private TestDelivery() {}

    /** @param port of an SMTP server on this machine */
    public static void deliver(int port) {
        String node = UUID.randomUUID().toString();
        new DeliverMail(
                        DeliverMailIT.settings(port, Tls.NONE),
                        new MailQueue(OutboxRows.asJobs(), node),
                        new Messages(),
                        Clock.systemUTC())
                .run();
    }
}
