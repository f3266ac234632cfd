package org.aeoreach.mail.inbound;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;

/**
 * Which node reads which mailbox. One that is claimed is that node's until its lease ends; what a dead node had claimed
 * is then anybody's. The database's clock decides for all nodes.
 */
final class MailboxLeases {

    private static final String CLAIM = "update mailbox set claimed_by = ?, claimed_until = now() + cast(? as interval)"
            + " where id in (select b.id from mailbox b where b.active and b.retry_at <= now()"
            + " and (b.claimed_until is null or b.claimed_until < now())"
            + " and not b.id = any (cast(string_to_array(?, ',') as bigint[]))"
            + " order by b.retry_at limit ? for update skip locked) returning id, unit_id, org_path, address";

    private final SystemDatabase database;
    private final String node;
    private final Duration lease;

    MailboxLeases(SystemDatabase database, String node, Duration lease) {
        this.database = database;
        this.node = node;
        this.lease = lease;
    }

    /** Mailboxes to be read by this node from now on. @param mine those it reads already, or is just leaving */
    List<Mailbox> claim(Collection<Long> mine, int most) {
        String ids = mine.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.list(CLAIM, MailboxLeases::mailbox, node, lease.toString(), ids, most);
    }

    private static Mailbox mailbox(Rows.Row row) {
        return new Mailbox(row.id(0), row.id(1), row.text(2), row.text(3));
    }

    /** Notes that the mailbox was reached. @return false when it is no longer this node's, or not to be read any more */
    boolean reached(Mailbox mailbox) {
        return database.update(
                        "update mailbox set claimed_until = now() + cast(? as interval), contact_at = now(), failures = 0,"
                                + " error = null where id = ? and claimed_by = ? and active and address = ?",
                        lease.toString(),
                        mailbox.id(),
                        node,
                        mailbox.address())
                == 1;
    }

    /** Leaves it for a while, to whoever comes first then. */
    void leave(Mailbox mailbox, Duration pause) {
        database.update(
                "update mailbox set claimed_by = null, claimed_until = null, retry_at = now() + cast(? as interval)"
                        + " where id = ? and claimed_by = ?",
                pause.toString(),
                mailbox.id(),
                node);
    }

    /** Notes that it was not reached: the pauses double from 5 s to 5 minutes. @param reason one line, shown to people */
    void failed(Mailbox mailbox, String reason) {
        database.update(
                "update mailbox set claimed_by = null, claimed_until = null, failures = failures + 1, error = ?,"
                        + " retry_at = now() + least(interval '5 minutes', interval '5 seconds' * power(2, least(failures, 10)))"
                        + " where id = ? and claimed_by = ?",
                reason,
                mailbox.id(),
                node);
    }
}
