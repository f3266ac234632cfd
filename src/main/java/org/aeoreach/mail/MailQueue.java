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

    // next_attempt_at is the end of the lease as well, so that one index finds what is due and what was left behind.
    // A mail waits for earlier ones to the same person: a second reset link must not arrive before the first. That is
    // asked row by row: as "not exists" it becomes a join, which took 23 s on a million rows not yet analysed.
    private static final String CLAIM = """
            update mail set status = 'SENDING', claimed_by = ?, claimed_until = now() + cast(? as interval),
                next_attempt_at = now() + cast(? as interval), attempts = attempts + 1, version = version + 1
            where id in (
                select m.id from mail m
                where m.status in ('WAITING', 'SENDING') and m.next_attempt_at <= now() and m.id = (
                    select min(e.id) from mail e
                    where e.recipient = m.recipient and e.status in ('WAITING', 'SENDING'))
                order by m.next_attempt_at limit ? for update skip locked)
            returning id, message_id, template, language, recipient, recipient_name, subject, body_text, body_html,
                created_at, attempts
            """;
    private static final String DONE = """
            update mail set status = ?, last_error = ?, next_attempt_at = now() + cast(? as interval),
                sent_at = case when ? then now() end, claimed_by = null, claimed_until = null, version = version + 1
            where id = ? and claimed_by = ? and status = 'SENDING'
            """;
    private static final String RELEASE = """
            update mail set status = 'WAITING', next_attempt_at = now(), attempts = attempts - 1, claimed_by = null,
                claimed_until = null, version = version + 1
            where id = any (?) and claimed_by = ? and status = 'SENDING'
            """;

    private final SystemDatabase database;
    private final String worker;

    MailQueue(SystemDatabase database, String worker) {
        this.database = database;
        this.worker = worker;
    }

    /** At most so many mails that are due, oldest first, none to the same person twice; nobody else gets them now. */
    List<QueuedMail> claim(int most, Duration lease) {
        return database.inTransaction(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, worker);
                claim.setString(2, lease.toString());
                claim.setString(3, lease.toString());
                claim.setInt(4, most);
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
                row.getInt(11));
    }

    /** @return false when the lease had ended and somebody else may have sent it too */
    boolean sent(QueuedMail mail) {
        return done(mail, "SENT", null, Duration.ZERO);
    }

    boolean later(QueuedMail mail, String reason, Duration pause) {
        return done(mail, "WAITING", reason, pause);
    }

    /** Given up; a person may send it again. */
    boolean dead(QueuedMail mail, String reason) {
        return done(mail, "DEAD", reason, Duration.ZERO);
    }

    private boolean done(QueuedMail mail, String status, @Nullable String reason, Duration pause) {
        return database.inTransaction(connection -> {
            try (PreparedStatement done = connection.prepareStatement(DONE)) {
                done.setString(1, status);
                done.setString(2, reason);
                done.setString(3, pause.toString());
                done.setBoolean(4, status.equals("SENT"));
                done.setLong(5, mail.id());
                done.setString(6, worker);
                return done.executeUpdate() == 1;
            }
        });
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
}
