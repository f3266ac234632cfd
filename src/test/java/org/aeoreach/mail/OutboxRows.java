package org.aeoreach.mail;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.SystemDatabase;
import org.jspecify.annotations.Nullable;

/** The outbox table as the owner of the schema sees it, and the database as the worker does. */
final class OutboxRows {

    private OutboxRows() {}

    /** One row. */
    record Mail(
            long id,
            String messageId,
            String status,
            int attempts,
            @Nullable String lastError,
            long minutesToNext) {}

    static SystemDatabase asJobs() {
        return new SystemDatabase((DataSource) Proxy.newProxyInstance(
                OutboxRows.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> TestPostgres.running().jobs()));
    }

    static void clear() throws SQLException {
        update("delete from mail_block");
        update("delete from mail_choice");
        update("delete from mail");
        update("delete from mail_pause");
        update("delete from mail_domain");
        update("delete from mail_pace where domain <> ''");
        update("update mail_pace set next_at = now() - interval '1 hour'");
        update("update mail_control set stopped_at = null, reason = null, per_second = 500, per_domain = 100");
    }

    static long add(String recipient) throws SQLException {
        return add(recipient, "梁晓川", "请您代理许问樵的工作");
    }

    static long add(String recipient, String name, String subject) throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement insert = owner.prepareStatement("insert into mail (message_id, template, language,"
                        + " recipient, recipient_name, subject, body_text, body_html, org_path) values ('<'"
                        + " || gen_random_uuid() || '@reach.example>', 'organization-substitution', 'zh', ?, ?, ?,"
                        + " '您好', '<p>您好</p>', '0000.') returning id")) {
            insert.setString(1, recipient);
            insert.setString(2, name);
            insert.setString(3, subject);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** As if the pause, or the lease, of every mail were over. */
    static void elapse() throws SQLException {
        update("update mail set next_attempt_at = now() - interval '1 second' where status in ('WAITING', 'SENDING')");
    }

    static void update(String sql) throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    static List<Mail> all() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement query = owner.prepareStatement("select id, message_id, status, attempts, last_error,"
                        + " round(extract(epoch from next_attempt_at - now()) / 60) from mail order by id");
                ResultSet row = query.executeQuery()) {
            List<Mail> mails = new ArrayList<>();
            while (row.next()) {
                mails.add(new Mail(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getLong(6)));
            }
            return mails;
        }
    }

    /** Why each was given up, in their order; null for one that was not. */
    static List<@Nullable String> gaveUp() throws SQLException {
        return texts("select gave_up from mail order by id");
    }

    /** Addresses no mail goes to and why. */
    static List<@Nullable String> blocked() throws SQLException {
        return texts("select address || ': ' || reason from mail_block order by id");
    }

    static List<@Nullable String> pauses() throws SQLException {
        return texts("select reason from mail_pause");
    }

    /** How many seconds after they were claimed, for five minutes, the turns are that mails were given, to the next. */
    static List<Integer> turns() throws SQLException {
        return texts(
                        "select ceil(extract(epoch from slot_at - (select max(claimed_until) - interval '5 minutes' from mail)))"
                                + "::int::text from mail where slot_at is not null"
                                + " order by slot_at")
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static List<@Nullable String> texts(String sql) throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement query = owner.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<@Nullable String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    static Mail only() throws SQLException {
        return all().get(0);
    }
}
