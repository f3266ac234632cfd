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
import java.util.concurrent.TimeUnit;
import org.aeoreach.mail.Delivery.Outcome;
import org.aeoreach.mail.MailQueue.Noted;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Node;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due in the outbox, where a mail server is configured. A fault of the server as a whole holds this node
 * back for a growing time and costs no mail an attempt; a fault of one mail concerns that mail only. Where the server takes
 * none of many mails, or refuses a few in the same words, this node holds back, too, and gives none of the latter up.
 */
@Dependent
public class DeliverMail implements Tick {

    private static final System.Logger LOG = System.getLogger(DeliverMail.class.getName());
    private static final int BATCH = 20;
    // A refusal may be a mistake of the moment; only the second one is believed.
    private static final int TRIES_OF_REFUSED = 2;

    private static final Duration LEASE = Duration.ofMinutes(15);
    // One mail takes five replies of 30 s and one of ten minutes at most; none is begun that could outlast the lease.
    private static final Duration LONGEST = Duration.ofMinutes(13);

    private final @Nullable MailSettings settings;
    private final MailQueue queue;
    private final Messages messages;
    private final Clock clock;
    private final Pauses pauses = new Pauses(new SecureRandom());
    private Instant quietUntil = Instant.MIN;
    private final Setbacks setbacks = new Setbacks();
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
        try (SmtpLine line = new SmtpLine(settings)) {
            boolean more = true;
            while (more && !stopping() && !clock.instant().isBefore(quietUntil)) {
                List<QueuedMail> batch = queue.claim(BATCH, LEASE);
                more = batch.isEmpty() ? soon() : deliver(line, new ArrayDeque<>(batch));
            }
        }
    }

    /** Waits for what a rate holds back. @return whether anything is */
    private boolean soon() {
        Duration wait = queue.untilNext();
        if (wait == null) {
            return false;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(Math.max(wait.toMillis(), 5), 1000));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return whether to go on at once with the next batch */
    private boolean deliver(SmtpLine line, Deque<QueuedMail> left) {
        Instant latest = clock.instant().plus(LEASE).minus(LONGEST);
        try {
            boolean goOn = true;
            while (goOn && !left.isEmpty() && !stopping() && clock.instant().isBefore(latest)) {
                goOn = deliver(line.open(), left);
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
        setbacks.count(delivery);
        Noted noted = note(mail, delivery);
        if (noted == Noted.TOO_LATE) {
            log("Mail {0} outlasted its lease; another node may have sent it too", mail);
        }
        return flows(delivery) && delivery.goOn() && noted != Noted.STOPPED;
    }

    private Noted note(QueuedMail mail, Delivery delivery) {
        return switch (delivery.outcome()) {
            case SENT -> queue.sent(mail);
            case NEVER ->
                mail.attempts() < TRIES_OF_REFUSED || setbacks.alike()
                        ? putOff(mail, "REFUSED", delivery)
                        : giveUp(mail, "REFUSED", delivery);
            case NO_ADDRESS -> giveUp(mail, "ADDRESS", delivery);
            case UNFIT -> giveUp(mail, "UNFIT", delivery);
            default -> putOff(mail, "TRIED", delivery);
        };
    }

    private Noted putOff(QueuedMail mail, String why, Delivery delivery) {
        return mail.attempts() >= Pauses.MOST_ATTEMPTS
                ? giveUp(mail, why, delivery)
                : queue.later(mail, delivery.reason(), pauses.after(mail.attempts()));
    }

    private Noted giveUp(QueuedMail mail, String why, Delivery delivery) {
        // The server's words may repeat the address, so they stay in the row.
        log("Mail {0} cannot be delivered; /desk/mail/{0} tells why", mail);
        return queue.dead(mail, why, delivery.reason());
    }

    /** @return false when the server takes no mail, it seems */
    private boolean flows(Delivery delivery) {
        if (setbacks.tooMany() || delivery.outcome() == Outcome.NEVER && setbacks.alike()) {
            outage(delivery.reason());
            return false;
        }
        if (delivery.outcome() == Outcome.SENT && outages > 0) {
            outages = 0;
            queue.flows();
        }
        return true;
    }

    private void outage(String reason) {
        outages++;
        Duration pause = pauses.ofServer(outages);
        quietUntil = clock.instant().plus(pause);
        queue.pausedFor(pause, outages, Delivery.oneLine(reason));
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
