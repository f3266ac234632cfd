package org.aeoreach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;
import org.apache.lucene.document.Document;

/**
 * What has changed in the database since an index last looked. Transactions commit in another order than they begin:
 * only those below the oldest one still open are read, and none of them is ever seen too late.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final String ORIGIN = "select s.system_identifier || '.' || c.timeline_id || '.'"
            + " || (select oid from pg_database where datname = current_database())"
            + " from pg_control_system() s, pg_control_checkpoint() c";

    @Inject
    private SystemDatabase database;

    protected ChangeFeed() {}

    ChangeFeed(SystemDatabase database) {
        this.database = database;
    }

    /** Ids from one to another, both included. */
    record Range(long first, long last) {}

    /** Where the records of a kind lie. */
    record Bounds(long first, long last, long count) {}

    /** Another one after the database was replaced by a copy, whose transaction numbers mean something else. */
    String origin() {
        return one(database.list(ORIGIN, row -> row.text(0)));
    }

    /** All transactions below this number are over. */
    long horizon() {
        return Long.parseLong(
                one(database.list("select pg_snapshot_xmin(pg_current_snapshot())::text", row -> row.text(0))));
    }

    /** What changed in transactions from one number to below another, ranges that meet joined. */
    List<Range> changes(String kind, long from, long below) {
        return joined(database.list(
                "select first_id, last_id from search_change where kind = ? and xid >= ?::text::xid8 and xid < ?::text::xid8"
                        + " order by first_id, last_id",
                row -> new Range(row.id(0), row.id(1)),
                kind,
                Long.toString(from),
                Long.toString(below)));
    }

    private static List<Range> joined(List<Range> sorted) {
        List<Range> joined = new ArrayList<>();
        for (Range next : sorted) {
            int end = joined.size() - 1;
            if (end >= 0 && next.first() - 1 <= joined.get(end).last()) {
                Range before = joined.get(end);
                joined.set(end, new Range(before.first(), Math.max(before.last(), next.last())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    Bounds bounds(Source source) {
        return one(database.list(
                source.bounds(),
                row -> row.id(2) == 0 ? new Bounds(0, -1, 0) : new Bounds(row.id(0), row.id(1), row.id(2))));
    }

    /** Hands over what is indexed of each record of a range as it is read, so that few are in memory at a time. */
    void records(Source source, Range range, Consumer<List<Document>> taker) {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(source.rows())) {
                statement.setFetchSize(source.rowsAtOnce());
                statement.setLong(1, range.first());
                statement.setLong(2, range.last());
                return Rows.each(statement, row -> taker.accept(source.documents(row)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Tells other nodes and the purge how far an index has come. */
    void register(Position position, String kind) {
        database.update(
                "insert into search_index (name, kind, below) values (?, ?, ?::text::xid8)"
                        + " on conflict (name) do update set below = excluded.below, seen_at = now()",
                position.name(),
                kind,
                Long.toString(position.below()));
    }

    /** False when what changed since may have been purged. */
    boolean knows(Position position) {
        return !database.list("select 1 from search_index where name = ?", Rows.Row::columns, position.name())
                .isEmpty();
    }

    void forget(Position position) {
        database.update("delete from search_index where name = ?", position.name());
    }

    /** Deletes what every index has taken in; one not heard of for a week no longer counts and will be made again. */
    int purge() {
        database.update("delete from search_index where seen_at < now() - interval '7 days'");
        return database.update(
                "delete from search_change where xid < (select min(below::text::bigint)::text::xid8 from search_index)");
    }

    private static <T> T one(List<T> rows) {
        return rows.get(0);
    }
}
