package org.aeoreach.mail.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The chain: its steps in their order, each of which either settles a mail or lets it pass. */
final class Steps {

    private static final Pattern TOKEN = Pattern.compile("\\+([0-9a-f]{32})@");
    private static final List<String> BULK = List.of("bulk", "junk", "list", "auto_reply");

    private final OurMail ours;
    private final Bounces bounces;
    private final Limits limits;
    private final List<Step> all = List.of(
            this::size,
            this::ownMail,
            this::bounce,
            this::machine,
            this::sender,
            this::flood,
            this::thread,
            Steps::empty);

    /**
     * How many mails of one sender are taken within an hour.
     *
     * @param mails above which they are laid aside
     * @param receipts above which they get no receipt: two machines that write to each other fall silent
     */
    record Limits(long mails, long receipts) {}

    /** Hears that a mail of ours could not be delivered; more than once, if need be. */
    interface Bounces {
        /** @param permanent whether no further attempt makes sense; else the mailbox is full or the like */
        void cameBack(String messageId, String reason, boolean permanent);
    }

    Steps(OurMail ours, Bounces bounces, Limits limits) {
        this.ours = ours;
        this.bounces = bounces;
        this.limits = limits;
    }

    /** What becomes of the mail; null when somebody has to make something of it. */
    @Nullable
    Fate look(Passing mail) {
        return all.stream()
                .map(step -> Optional.ofNullable(step.look(mail)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Fate size(Passing mail) {
        if (!mail.mail.complete()) {
            throw new LaidAside(Reason.SIZE, mail.mail.bytes() + " bytes");
        }
        if (mail.head.large()) {
            throw new LaidAside(Reason.HEADERS, mail.head.end() + " bytes of head");
        }
        return null;
    }

    private @Nullable Fate ownMail(Passing mail) {
        String id = mail.head.messageId();
        boolean ours = id != null && this.ours.sent(List.of(id)).isPresent();
        boolean self = mail.mail.sender() != null && this.ours.mailbox(mail.mail.sender());
        return ours || self ? new Fate(Became.LOOP, null, ours ? "a mail of ours" : "from a mailbox of ours") : null;
    }

    private @Nullable Fate bounce(Passing mail) {
        DeliveryReport report = mail.mail.forced() ? null : DeliveryReport.of(mail.head, mail.body());
        if (report == null) {
            return null;
        }
        // Who does not know the Message-ID of a mail of ours cannot tell us that it came back.
        OurMail.Sent sent = ours.sent(report.messageIds()).orElse(null);
        if (sent != null && report.failed()) {
            bounces.cameBack(sent.messageId(), report.reason(), report.permanent());
        }
        String what =
                sent == null ? "not ours: " : !report.failed() ? "delayed: " : report.permanent() ? "hard: " : "soft: ";
        return new Fate(Became.BOUNCE, sent == null ? null : sent.thread(), what + report.reason());
    }

    private @Nullable Fate machine(Passing mail) {
        Head head = mail.head;
        String submitted = head.first("auto-submitted").toLowerCase(Locale.ROOT);
        boolean replied = AutoReply.declared(head);
        boolean machine = replied
                || (!submitted.isEmpty() && !submitted.startsWith("no"))
                || head.first("return-path").equals("<>")
                || BULK.contains(head.first("precedence").toLowerCase(Locale.ROOT))
                || Stream.of("list-id", "x-loop").anyMatch(head::has);
        if (machine) {
            mail.receipt = false;
        }
        if (!machine || mail.mail.forced()) {
            return null;
        }
        boolean away = replied || AutoReply.titled(head);
        return new Fate(away ? Became.AWAY : Became.AUTOMATIC, known(mail), null);
    }

    private @Nullable Fate sender(Passing mail) {
        if (mail.mail.sender() == null) {
            throw new LaidAside(Reason.SENDER, "From names no address");
        }
        return null;
    }

    private @Nullable Fate flood(Passing mail) {
        long count = ours.ofLastHour(mail.mail);
        if (count > limits.mails() && !mail.mail.forced()) {
            throw new LaidAside(Reason.FLOOD, count + " within an hour");
        }
        mail.receipt = mail.receipt && count <= limits.receipts();
        return null;
    }

    private @Nullable Fate thread(Passing mail) {
        mail.thread = known(mail);
        return null;
    }

    private @Nullable String known(Passing mail) {
        List<String> before = Stream.of("in-reply-to", "references")
                .flatMap(name -> mail.head.ids(name).stream())
                .distinct()
                .toList();
        List<String> tokens = Stream.of("delivered-to", "x-original-to", "envelope-to", "to", "cc")
                .flatMap(name -> mail.head.addresses(name).stream())
                .flatMap(address -> TOKEN.matcher(address).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
        return ours.sent(before)
                .map(OurMail.Sent::thread)
                .or(() -> ours.byToken(tokens))
                .or(() -> Optional.ofNullable(mail.mail.sender()).flatMap(sender -> ours.ofSender(sender, before)))
                .orElse(null);
    }

    private static @Nullable Fate empty(Passing mail) {
        if (mail.body().empty() && mail.head.text("subject").isBlank()) {
            throw new LaidAside(Reason.UNREADABLE, "nothing in it");
        }
        return null;
    }
}
