package org.aeoreach.mail.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;
import org.jspecify.annotations.Nullable;

/** Mail that was fetched, as the workers see it: kept as it came, claimed, and closed. */
final class InboundQueue {

    /** Attempts before a mail is laid aside. */
    static final int MOST_ATTEMPTS = 3;

    private static final String KEEP =
            "insert into inbound_mail (mailbox_id, unit_id, org_path, uidvalidity, uid, sha256,"
                    + " content_key, raw, bytes, message_id, sender, sender_name, subject)"
                    + " select b.id, b.unit_id, b.org_path, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from mailbox b where b.id = ?"
                    + " on conflict (mailbox_id, content_key) do nothing";
    private static final String AGAIN = "update inbound_mail set copies = copies + 1 where mailbox_id = ?"
            + " and content_key = ? and (uidvalidity, uid) <> (?, ?)";
    private static final String CUT =
            "select uid, max(bytes) from inbound_mail where mailbox_id = ? and uidvalidity = ?"
                    + " and uid = any (cast(string_to_array(?, ',') as bigint[])) and coalesce(length(raw), 0) < bytes group by uid";
    private static final String CLAIM = "update inbound_mail set status = 'WORKING', claimed_by = ?,"
            + " next_attempt_at = now() + cast(? as interval), attempts = attempts + 1 where id in ("
            + "select i.id from inbound_mail i join mailbox b on b.id = i.mailbox_id and b.active where i.status in ('ARRIVED', 'WORKING') and i.next_attempt_at <= now()"
            + " and i.attempts < " + MOST_ATTEMPTS
            + " order by i.id limit ? for update of i skip locked) returning id, coalesce(sender, '')";
    private static final String EXHAUSTED = "update inbound_mail set status = 'ASIDE', reason = 'FAULT',"
            + " error = coalesce(error, 'the server stopped while it was read'), claimed_by = null"
            + " where status in ('ARRIVED', 'WORKING') and next_attempt_at <= now() and attempts >= " + MOST_ATTEMPTS;
    private static final String READ = "select i.id, i.unit_id, i.org_path, i.raw, i.bytes, i.forced, i.fetched_at,"
            + " i.sender, b.address from inbound_mail i join mailbox b on b.id = i.mailbox_id where i.id = ?";

    private final SystemDatabase database;
    private final String node;

    InboundQueue(SystemDatabase database, String node) {
        this.database = database;
        this.node = node;
    }

    String node() {
        return node;
    }

    /** Where a mail lies. */
    record Place(Mailbox mailbox, long uidValidity, long uid) {}

    /**
     * A mail in hand.
     *
     * @param raw as it came, or of one that is too large the head
     * @param forced whether a person wants it taken in though it looks like one of a machine
     * @param sender its address in lower case, or null
     * @param address of the mailbox
     */
    record Waiting(
            long id,
            long unitId,
            String orgPath,
            byte[] raw,
            long bytes,
            boolean forced,
            Instant fetchedAt,
            @Nullable String sender,
            String address) {

        boolean complete() {
            return raw.length >= bytes;
        }
    }

    /** Of which of these only the head is kept, with the size of the whole. */
    Map<Long, Long> cut(Mailbox mailbox, long uidValidity, Collection<Long> uids) {
        String wanted = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
        Map<Long, Long> known = new TreeMap<>();
        if (!uids.isEmpty()) {
            database.list(CUT, row -> row, mailbox.id(), uidValidity, wanted)
                    .forEach(row -> known.put(row.id(0), row.id(1)));
        }
        return known;
    }

    /**
     * Keeps a mail for good; when this returns it may leave the mailbox. The same one again, told by its content and not by
     * its number, is only counted; in the same place it is that one itself.
     */
    void keep(Place place, byte[] raw, long bytes) {
        Head head = Head.of(raw);
        byte[] key = Head.contentKey(raw);
        int added = database.update(
                KEEP,
                place.uidValidity(),
                place.uid(),
                Head.sha256().digest(raw),
                key,
                raw,
                bytes,
                head.messageId(),
                From.of(head).map(From::address).orElse(null),
                cut(head.text("from"), 200),
                cut(head.text("subject"), 200),
                place.mailbox().id());
        if (added == 0) {
            database.update(AGAIN, place.mailbox().id(), key, place.uidValidity(), place.uid());
        }
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** A mail this node has in hand. @param sender its address in lower case, empty when it names none */
    record Claimed(long id, String sender) {}

    /** At most so many mails nobody has in hand, the oldest first. */
    List<Claimed> claim(int most, Duration lease) {
        database.update(EXHAUSTED);
        return database.list(CLAIM, row -> new Claimed(row.id(0), row.text(1)), node, lease.toString(), most).stream()
                .sorted(Comparator.comparingLong(Claimed::id))
                .toList();
    }

    Waiting read(long id) {
        return database.list(READ, InboundQueue::waiting, id).get(0);
    }

    private static Waiting waiting(Rows.Row row) {
        return new Waiting(
                row.id(0),
                row.id(1),
                row.text(2),
                (byte[]) Objects.requireNonNull(row.columns()[3]),
                row.id(4),
                row.flag(5),
                row.instant(6),
                row.textOrNull(7),
                row.text(8));
    }

    /** Keeps what our mail server found out about its sender, and returns it. */
    Proof proven(long id, Proof proof) {
        if (proof.known()) {
            database.update(
                    "update inbound_mail set spf = ?, dkim = ?, dmarc = ?, doubtful = ? where id = ? and claimed_by = ?",
                    proof.spf(),
                    proof.dkim(),
                    proof.dmarc(),
                    proof.failed(),
                    id,
                    node);
        }
        return proof;
    }

    /** Closes one of which nobody makes anything. */
    void done(long id, Fate fate) {
        database.update(
                "update inbound_mail set status = 'DONE', became = ?, thread = ?, error = ?, done_at = now(),"
                        + " claimed_by = null, version = version + 1 where id = ? and claimed_by = ? and status = 'WORKING'",
                fate.became().name(),
                fate.thread(),
                fate.note(),
                id,
                node);
    }

    void aside(long id, Reason reason, String error) {
        database.update(
                "update inbound_mail set status = 'ASIDE', reason = ?, error = ?, claimed_by = null,"
                        + " version = version + 1 where id = ? and claimed_by = ? and status = 'WORKING'",
                reason.name(),
                error,
                id,
                node);
    }

    /** To be tried again later. @param counts whether it was the mail's fault */
    void later(long id, String error, boolean counts) {
        database.update(
                "update inbound_mail set status = 'ARRIVED', error = ?, claimed_by = null,"
                        + " next_attempt_at = now() + interval '20 seconds', attempts = attempts - ?"
                        + " where id = ? and claimed_by = ? and status = 'WORKING'",
                error,
                counts ? 0 : 1,
                id,
                node);
    }

    /** Gives back what was not begun. */
    void release(Collection<Claimed> mails) {
        mails.forEach(mail -> database.update(
                "update inbound_mail set status = 'ARRIVED', claimed_by = null, attempts = attempts - 1,"
                        + " next_attempt_at = now() where id = ? and claimed_by = ? and status = 'WORKING'",
                mail.id(),
                node));
    }
}
