package org.aeoreach.library.take;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The library as the program itself writes it, when there is nobody for whom it could: at its start, one node at a time,
 * and when something is due.
 */
@ApplicationScoped
public class ContentStore {
    // Any number will do, as long as every node takes the same; this one spells "lib".
    private static final long LOCK = 0x6c6962L;

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    ContentStore() {}

    @Inject
    public ContentStore(SystemDatabase database) {
        this.database = database;
    }

    /**
     * How a document stands that is there already.
     *
     * @param origin {@code FILE}, {@code IMPORT} or {@code DESK}
     */
    record Present(String digest, String origin) {
        boolean edited() {
            return origin.equals("DESK");
        }

        boolean imported() {
            return origin.equals("IMPORT");
        }
    }

    /** What is done while this node alone takes documents in; it commits as a whole. */
    interface Work {
        void run(Session session) throws SQLException;
    }

    void alone(Work work) {
        database.inTransaction(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, LOCK);
                lock.executeQuery().close();
            }
            work.run(new Session(connection));
            return true;
        });
    }

    /** Publishes approved drafts whose time has come. */
    public void publishDue() {
        database.list("select document_publish_due()", row -> row.id(0));
    }

    /** One such transaction. */
    static final class Session {
        private final Connection connection;

        Session(Connection connection) {
            this.connection = connection;
        }

        /** Of the files that were taken in last. */
        Optional<String> fingerprint() throws SQLException {
            try (PreparedStatement query = connection.prepareStatement("select fingerprint from library_load")) {
                return Rows.list(query, row -> row.text(0)).stream().findFirst();
            }
        }

        /** Whether these files were taken in once and gave way to others. */
        boolean replaced(String fingerprint) throws SQLException {
            String sql = "select 1 from library_content where fingerprint = ? and replaced_at is not null";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, fingerprint);
                return !Rows.list(query, row -> row).isEmpty();
            }
        }

        /** Keeps that a node came with older files, to be told; empty when the present ones are brought. */
        void tellOlder(String fingerprint) throws SQLException {
            ask(
                    "with told as (update library_load set older_at = case when ? <> '' then now() end, older_from ="
                            + " (select taken_at from library_content where fingerprint = ?)"
                            + " where older_at is not null or ? <> '' returning 1) select count(*) from told",
                    fingerprint,
                    fingerprint,
                    fingerprint);
        }

        /** By their codes. */
        Map<String, Present> present() throws SQLException {
            Map<String, Present> all = new HashMap<>();
            String sql = "select code, digest, origin from document";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                Rows.list(query, row -> row)
                        .forEach(row -> all.put(row.text(0), new Present(row.text(1), row.text(2))));
            }
            return all;
        }

        void topics(JsonArray topics) throws SQLException {
            ask("select library_topics(cast(? as jsonb))", topics.toString());
        }

        void take(JsonArray documents) throws SQLException {
            ask("select library_take(cast(? as jsonb), 'FILE', '')", documents.toString());
        }

        void newerFiles(JsonArray documents) throws SQLException {
            ask("select library_newer_file(cast(? as jsonb))", documents.toString());
        }

        void remember(String fingerprint, int documents, JsonArray faults) throws SQLException {
            String sql = "insert into library_load (fingerprint, documents, faults) values (?, cast(? as int),"
                    + " cast(? as jsonb)) on conflict (one) do update set fingerprint = excluded.fingerprint,"
                    + " documents = excluded.documents, faults = excluded.faults, loaded_at = now(), older_at = null,"
                    + " older_from = null returning documents";
            ask(sql, fingerprint, Integer.toString(documents), faults.toString());
            ask(
                    "with gone as (update library_content set replaced_at = now() where replaced_at is null"
                            + " and fingerprint <> ? returning 1) insert into library_content as c (fingerprint) values (?)"
                            + " on conflict (fingerprint) do update set replaced_at = null, taken_at = now()"
                            + " returning fingerprint",
                    fingerprint,
                    fingerprint);
        }

        void audit(int taken) throws SQLException {
            ask(
                    "select audit_append(?, 'document', null, '0000.',"
                            + " jsonb_build_object('documents', jsonb_build_array(null, cast(? as int))))",
                    "library.load",
                    Integer.toString(taken));
        }

        private void ask(String sql, @Nullable String... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                try (ResultSet answer = statement.executeQuery()) {
                    answer.next();
                }
            }
        }
    }
}
