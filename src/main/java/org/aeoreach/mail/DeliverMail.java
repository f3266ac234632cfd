package org.aeoreach.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.aeoreach.mail.Delivery.Outcome;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Node;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due in the outbox, where a mail server is configured. A fault of the server as a whole holds this node
 * back for a growing time and costs no mail an attempt; a fault of one mail concerns that mail only.
 */
@Dependent
public class DeliverMail implements Tick {

    private static final System.Logger LOG = System.getLogger(DeliverMail.class.getName());
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);
    // One mail takes at most five replies of 30 s each; none is begun that could outlast the lease.
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final @Nullable MailSettings settings;
    private final MailQueue queue;
    private final Messages messages;
    private final Clock clock;
    private final Pauses pauses = new Pauses(new SecureRandom());
    private Instant quietUntil = Instant.MIN;
    private int outages;

    @Inject
    DeliverMail(SystemDatabase database, Configuration configuration, Messages messages, Clock clock) {
        this(MailSettings.of(configuration).orElse(null), new MailQueue(database, Node.ID), messages, clock);
    }

    DeliverMail(@Nullable MailSettings settings, MailQueue queue, Messages messages, Clock clock) {
        this.settings = settings;
        this.queue = queue;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        if (settings == null) {
            return;
        }
        boolean more = true;
        while (more && !stopping() && !clock.instant().isBefore(quietUntil)) {
            List<QueuedMail> batch = queue.claim(BATCH, LEASE);
            more = !batch.isEmpty() && deliver(settings, new ArrayDeque<>(batch));
        }
    }

    /** @return whether to go on at once with the next batch */
    private boolean deliver(MailSettings server, Deque<QueuedMail> left) {
        Instant latest = clock.instant().plus(LEASE).minus(LONGEST);
        try (SmtpConnection connection = SmtpConnection.open(server)) {
            boolean goOn = true;
            while (goOn && !left.isEmpty() && !stopping() && clock.instant().isBefore(latest)) {
                goOn = deliver(connection, left);
            }
            return goOn;
        } catch (MessagingException away) {
            outage(Replies.said(away));
            return false;
        } finally {
            queue.release(left);
        }
    }

    private boolean deliver(SmtpConnection connection, Deque<QueuedMail> left) {
        QueuedMail mail = left.element();
        Delivery delivery = connection.send(mail, messages.text(mail.language(), "web.product"));
        if (delivery.outcome() == Outcome.SERVER_FAULT) {
            outage(delivery.reason());
            return false;
        }
        left.remove();
        outages = 0;
        if (!note(mail, delivery)) {
            log("Mail {0} outlasted its lease; another node may have sent it too", mail);
        }
        return delivery.goOn();
    }

    private boolean note(QueuedMail mail, Delivery delivery) {
        return switch (delivery.outcome()) {
            case SENT -> queue.sent(mail);
            case NEVER -> giveUp(mail, delivery);
            default ->
                mail.attempts() >= Pauses.MOST_ATTEMPTS
                        ? giveUp(mail, delivery)
                        : queue.later(mail, delivery.reason(), pauses.after(mail.attempts()));
        };
    }

    private boolean giveUp(QueuedMail mail, Delivery delivery) {
        // The server's words may repeat the address, so they stay in the row.
        log("Mail {0} cannot be delivered; /desk/mail/{0} tells why", mail);
        return queue.dead(mail, delivery.reason());
    }

    private void outage(String reason) {
        outages++;
        Duration pause = pauses.after(outages);
        quietUntil = clock.instant().plus(pause);
        LOG.log(
                System.Logger.Level.WARNING,
                "No mail can be sent through {0}: {1}. Nothing is lost; next try in {2} s",
                settings,
                Delivery.oneLine(reason),
                pause.toSeconds());
    }

    private static void log(String text, QueuedMail mail) {
        LOG.log(System.Logger.Level.WARNING, text, Long.toString(mail.id()));
    }

    private static boolean stopping() {
        return Boolean.getBoolean("aeo.draining");
    }
}
