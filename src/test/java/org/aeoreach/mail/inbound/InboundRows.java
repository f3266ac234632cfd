package org.aeoreach.mail.inbound;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.testing.Rows;

/** The tables of inbound mail as the owner of the schema sees them, and the chain without a server around it. */
final class InboundRows {

    static final String ADDRESS = "ask.5304@customs.test";

    private InboundRows() {}

    static SystemDatabase asJobs() {
        return new SystemDatabase((DataSource) Proxy.newProxyInstance(
                InboundRows.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> TestPostgres.running().jobs()));
    }

    static void clear() throws SQLException {
        Rows.change("delete from enquiry_message where inbound_id is not null");
        Rows.change("delete from inbound_mail");
        Rows.change("delete from mailbox");
        Rows.change("delete from mail_thread");
    }

    /** The mailbox of a house, and as a record. */
    static Mailbox mailbox() throws SQLException {
        return mailbox("5304", ADDRESS);
    }

    static Mailbox mailbox(String unit, String address) throws SQLException {
        Rows.Row row = Rows.one(
                "insert into mailbox (unit_id, org_path, address) select id, org_path, ? from unit where code = ?"
                        + " returning id, unit_id, org_path, address",
                address,
                unit);
        return new Mailbox(row.id("id"), row.id("unit_id"), row.text("org_path"), row.text("address"));
    }

    static List<Rows.Row> all() throws SQLException {
        return Rows.all("select id, uid, status, coalesce(became, reason, '') as fate, coalesce(error, '') as error,"
                + " coalesce(thread, '') as thread, attempts, copies, coalesce(subject, '') as subject,"
                + " coalesce(sender, '') as sender from inbound_mail order by id");
    }

    static List<String> fates() throws SQLException {
        return all().stream()
                .map(row -> row.text("status") + " " + row.text("fate"))
                .toList();
    }

    /** As if every pause and lease were over. */
    static void elapse() throws SQLException {
        Rows.change("update inbound_mail set next_attempt_at = now() - interval '1 second'");
        Rows.change("update mailbox set retry_at = now() - interval '1 second',"
                + " claimed_until = claimed_until - interval '1 hour'");
    }

    /** Somebody who takes every mail, and remembers it. */
    static class Taker implements TakeMail.Ready {
        final List<InboundMail> taken = Collections.synchronizedList(new ArrayList<>());
        int failures;

        @Override
        public boolean possible() {
            return true;
        }

        @Override
        public void take(InboundMail mail) {
            if (failures-- > 0) {
                throw new IllegalArgumentException("taker");
            }
            taken.add(mail);
            try {
                Rows.change(
                        "update inbound_mail set status = 'DONE', became = ?, thread = ?, done_at = now() where id = ?",
                        mail.thread() == null ? "NEW" : "REPLY",
                        mail.thread() == null ? "test/" + mail.id() : mail.thread(),
                        mail.id());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static TakeMail chain(String node, Taker taker, Steps.Bounces bounces) {
        return chain(node, taker, bounces, Runnable::run);
    }

    static TakeMail chain(String node, TakeMail.Ready taker, Steps.Bounces bounces, Executor beside) {
        return new TakeMail(
                new InboundQueue(asJobs(), node),
                new Steps(new OurMail(asJobs()), bounces, new Steps.Limits(10, 5)),
                taker,
                "mx.customs.test",
                beside);
    }

    static TakeMail chain(Taker taker) {
        return chain("one", taker, (mail, reason, permanent) -> {});
    }

    /** Keeps a mail as if it had been fetched. */
    static void arrive(Mailbox mailbox, long uid, byte[] raw) {
        new InboundQueue(asJobs(), "fetcher").keep(new InboundQueue.Place(mailbox, 1, uid), raw, raw.length);
    }

    static FetchMail fetcher(String node, ImapSettings settings) {
        return new FetchMail(
                settings,
                new MailboxLeases(asJobs(), node, Duration.ofMinutes(2)),
                new InboundQueue(asJobs(), node),
                Runnable::run);
    }
}
