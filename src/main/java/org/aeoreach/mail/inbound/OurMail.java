package org.aeoreach.mail.inbound;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.SystemDatabase;
import org.jspecify.annotations.Nullable;

/** What is known of mail that went out and came in before. */
final class OurMail {

    private final SystemDatabase database;

    OurMail(SystemDatabase database) {
        this.database = database;
    }

    /** A mail of ours. */
    record Sent(String messageId, @Nullable String thread) {}

    /** The one of ours named last; whoever names one has had it, or was sent it. */
    Optional<Sent> sent(Collection<String> messageIds) {
        List<Sent> found = messageIds.isEmpty()
                ? List.of()
                : database.list(
                        "select m.message_id, m.thread from mail m"
                                + " where m.message_id = any (string_to_array(?, ' ')) order by m.thread is null, m.id desc limit 1",
                        row -> new Sent(row.text(0), row.textOrNull(1)),
                        String.join(" ", messageIds));
        return found.stream().findFirst();
    }

    /** The conversation of this sender to which mails of his with these ids belong. */
    Optional<String> ofSender(String sender, Collection<String> messageIds) {
        List<String> found = messageIds.isEmpty()
                ? List.of()
                : database.list(
                        "select i.thread from inbound_mail i where i.message_id = any (string_to_array(?, ' '))"
                                + " and i.sender = ? and i.thread is not null order by i.id desc limit 1",
                        row -> row.text(0),
                        String.join(" ", messageIds),
                        sender);
        return found.stream().findFirst();
    }

    Optional<String> byToken(Collection<String> tokens) {
        List<String> found = tokens.isEmpty()
                ? List.of()
                : database.list(
                        "select name from mail_thread where token = any (string_to_array(?, ' ')) limit 1",
                        row -> row.text(0),
                        String.join(" ", tokens));
        return found.stream().findFirst();
    }

    /** Whether a mailbox of ours has this address. */
    boolean mailbox(String address) {
        return !database.list("select id from mailbox where address = ?", row -> row.id(0), address)
                .isEmpty();
    }

    /** Mails of a sender in the hour before one of them, that one included. */
    long ofLastHour(InboundQueue.Waiting mail) {
        return database.list(
                        "select count(*) from (select 1 from inbound_mail i where i.sender = ? and i.id <= ?"
                                + " and i.fetched_at > (select fetched_at from inbound_mail where id = ?) - interval '1 hour'"
                                + " limit 1000) x",
                        row -> row.id(0),
                        mail.sender(),
                        mail.id(),
                        mail.id())
                .get(0);
    }
}
