package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aeoreach.testing.Rows;

/**
 * Counts the rows that are changed, in every table, from the moment it is called: triggers write it down, in the
 * transaction of the change, so that what is rolled back counts for nothing. Asking it costs the same however much the
 * tables hold.
 */
final class Witness implements AutoCloseable {
    // Sessions, counters and kept positions move with every request; sums are folded in every few seconds, and what
    // they are made of is looked at in the members. What is to be checked again is looked for all the time.
    private static final List<String> MOVING = List.of(
            "session",
            "rate_counter",
            "schema_history",
            "audit_entry",
            "search_index",
            "search_change",
            "campaign_sum",
            "campaign_sum_change",
            "enquiry_clock_calendar",
            "enquiry_recheck_seen");
    // The outbox and the jobs are worked on meanwhile; of these only what a request may write counts.
    private static final Map<String, List<String>> PART = Map.of(
            "mail", List.of("insert or delete"),
            "job", List.of("insert", "update of parameters, cancel_requested"),
            "audit_chain", List.of("insert or delete"),
            "enquiry_recheck", List.of("update or delete"),
            // Clocks are reckoned again when somebody's hours change, and told of.
            "enquiry_work",
                    List.of(
                            "insert or delete",
                            "update of status, officer_id, coordinator_id, topic, priority, audience, tags, version"));
    private static final List<String> ALL = List.of("insert or update or delete");

    Witness() throws SQLException {
        Rows.change("drop schema if exists witness cascade");
        // Each call is looked up among the entries of all before it.
        Rows.change("create index if not exists witness_request on aeo.audit_entry (request_id)");
        Rows.change("create schema witness");
        Rows.change("create unlogged table witness.change (id bigserial primary key, record text not null)");
        Rows.change("create function witness.note() returns trigger language plpgsql security definer as"
                + " $$ begin insert into witness.change (record) values (tg_table_name || ' ' || tg_op);"
                + " return null; end $$");
        for (Rows.Row table : Rows.all("select tablename from pg_tables where schemaname = 'aeo'")) {
            String name = table.text("tablename");
            if (!MOVING.contains(name)) {
                watch(name);
            }
        }
    }

    private static void watch(String table) throws SQLException {
        List<String> events = PART.getOrDefault(table, ALL);
        for (int i = 0; i < events.size(); i++) {
            String only = table.equals("job") && events.get(i).equals("insert") ? " when (new.slot is null)" : "";
            Rows.change("create trigger witness_" + i + " after " + events.get(i) + " on aeo." + table + " for each row"
                    + only + " execute function witness.note()");
        }
    }

    /** What has been changed so far. What earlier requests left to be told by letter is told no more. */
    long now() throws SQLException {
        Rows.change("delete from training_notice");
        Rows.change("update training_absence set told = true where not told");
        Rows.change("insert into training_after_letter (attendance_id, kind, written_at) select a.id, 'AFTER', now()"
                + " from training_attendance a join training_session s on s.id = a.session_id where s.ends_at <= now()"
                + " and not exists (select from training_after_letter l where l.attendance_id = a.id)"
                + " on conflict do nothing");
        return Rows.number("select coalesce(max(id), 0) from witness.change");
    }

    /** Tables changed since, with what was done to them. */
    static List<String> since(long moment) throws SQLException {
        return Rows.all("select distinct record from witness.change where id > ?", moment).stream()
                .map(row -> row.text("record"))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        Rows.change("drop schema witness cascade");
        Rows.change("drop index aeo.witness_request");
    }
}
