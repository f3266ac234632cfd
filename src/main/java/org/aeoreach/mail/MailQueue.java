package org.aeoreach.mail;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.SystemDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The outbox as its workers see it. A claimed row is this worker's until its lease ends, then anybody's: what a dead
 * node had claimed is taken over. The database's clock decides for all nodes.
 */
final class MailQueue {

    // The end of a lease stands in next_attempt_at as well, so that one index finds what is due and what was left
    // behind.
    private static final String CLAIM = "select id, message_id, template, language, recipient, recipient_name, subject,"
            + " body_text, body_html, created_at, attempts, link, reply_to, in_reply_to, refs,"
            + " sender_address, sender_name, calendar"
            + " from mail_claim(?, cast(? as interval), ?)";
    private static final String DONE = """
            update mail set status = ?, gave_up = ?, last_error = ?, next_attempt_at = now() + cast(? as interval),
                sent_at = case when ? then now() end, claimed_by = null, claimed_until = null, version = version + 1
            where id = ? and claimed_by = ? and status = 'SENDING'
            returning (select c.stopped_at is null from mail_control c)
            """;
    private static final String RELEASE = """
            update mail set status = 'WAITING', next_attempt_at = now(), attempts = attempts - 1, claimed_by = null,
                claimed_until = null, version = version + 1
            where id = any (?) and claimed_by = ? and status = 'SENDING'
            """;
    private static final String PAUSED = """
            insert into mail_pause (node, paused_until, failures, reason) values (?, now() + cast(? as interval), ?, ?)
            on conflict (node) do update set paused_until = excluded.paused_until, failures = excluded.failures,
                reason = excluded.reason
            """;

    private final SystemDatabase database;
    private final String worker;

    MailQueue(SystemDatabase database, String worker) {
        this.database = database;
        this.worker = worker;
    }

    /** What became of a note. */
    enum Noted {
        /** It stands. */
        KEPT,
        /** It stands, and no further mail may leave. */
        STOPPED,
        /** The lease had ended and somebody else may have sent it too. */
        TOO_LATE
    }

    /** What stands in the row of a mail from now on. */
    private record Note(
            String status,
            @Nullable String gaveUp,
            @Nullable String reason,
            Duration pause) {}

    /** At most so many mails that may leave now, none to the same person twice; nobody else gets them meanwhile. */
    List<QueuedMail> claim(int most, Duration lease) {
        return database.inTransaction(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, worker);
                claim.setString(2, lease.toString());
                claim.setInt(3, most);
                List<QueuedMail> mails = new ArrayList<>();
                try (ResultSet row = claim.executeQuery()) {
                    while (row.next()) {
                        mails.add(mail(row));
                    }
                }
                mails.sort((a, b) -> Long.compare(a.id(), b.id()));
                return mails;
            }
        });
    }

    private static QueuedMail mail(ResultSet row) throws SQLException {
        return new QueuedMail(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Objects.requireNonNull(Language.of(row.getString(4))),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getInt(11),
                row.getString(12),
                from(row.getString("sender_address"), row.getString("sender_name")),
                Conversation.of(row.getString("reply_to"), row.getString("in_reply_to"), row.getString("refs")),
                row.getString("calendar"));
    }

    private static QueuedMail.@Nullable From from(@Nullable String address, @Nullable String name) {
        return address == null || name == null ? null : new QueuedMail.From(address, name);
    }

    /** How long until something may go that only a rate holds back; null when nothing is held back for a second or less. */
    @Nullable
    Duration untilNext() {
        return database.list("select (extract(epoch from mail_wait()) * 1000)::bigint", row -> row.idOrNull(0)).stream()
                .filter(Objects::nonNull)
                .map(Duration::ofMillis)
                .findFirst()
                .orElse(null);
    }

    Noted sent(QueuedMail mail) {
        return done(mail, new Note("SENT", null, null, Duration.ZERO));
    }

    Noted later(QueuedMail mail, String reason, Duration pause) {
        return done(mail, new Note("WAITING", null, reason, pause));
    }

    /** Given up; a person may send it again. @param why as {@code mail.gave_up} names it */
    Noted dead(QueuedMail mail, String why, String reason) {
        return done(mail, new Note("DEAD", why, reason, Duration.ZERO));
    }

    private Noted done(QueuedMail mail, Note note) {
        return database.inTransaction(connection -> {
            Noted noted = done(connection, mail, note);
            if (noted != Noted.TOO_LATE && "ADDRESS".equals(note.gaveUp())) {
                block(connection, mail, Objects.requireNonNull(note.reason()));
            }
            return noted;
        });
    }

    private Noted done(Connection connection, QueuedMail mail, Note note) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setString(1, note.status());
            done.setString(2, note.gaveUp());
            done.setString(3, note.reason());
            done.setString(4, note.pause().toString());
            done.setBoolean(5, note.status().equals("SENT"));
            done.setLong(6, mail.id());
            done.setString(7, worker);
            try (ResultSet row = done.executeQuery()) {
                return !row.next() ? Noted.TOO_LATE : row.getBoolean(1) ? Noted.KEPT : Noted.STOPPED;
            }
        }
    }

    private static void block(Connection connection, QueuedMail mail, String reason) throws SQLException {
        try (PreparedStatement block = connection.prepareStatement("select mail_block_address(?, 'REFUSED', ?, ?)")) {
            block.setString(1, mail.recipient());
            block.setString(2, reason);
            block.setLong(3, mail.id());
            block.executeQuery().close();
        }
    }

    /** Gives back what was not tried. */
    void release(Collection<QueuedMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        database.inTransaction(connection -> {
            try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
                release.setArray(1, ids(connection, mails));
                release.setString(2, worker);
                return release.executeUpdate();
            }
        });
    }

    private static Array ids(Connection connection, Collection<QueuedMail> mails) throws SQLException {
        return connection.createArrayOf(
                "bigint", mails.stream().map(QueuedMail::id).toArray());
    }

    /** Lets people see that this node holds back. Nodes that stopped long ago are forgotten. */
    void pausedFor(Duration pause, int failures, String reason) {
        database.update("delete from mail_pause where paused_until < now() - interval '1 day'");
        database.update(PAUSED, worker, pause.toString(), failures, reason);
    }

    /** It goes on. */
    void flows() {
        database.update("delete from mail_pause where node = ?", worker);
    }
}
