package org.aeoreach.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What all tables hold, as one text per table: equal before and after means that nothing was changed. */
public final class Digest {
    // Sessions, counters and kept positions move with every request; what was searched is written down and answers are
    // noted in the ledger by and by; the outbox and the jobs are worked on meanwhile,
    // so of these only what a request may write is compared.
    private static final List<String> MOVING = List.of(
            "session",
            "rate_counter",
            "schema_history",
            "audit_entry",
            "search_index",
            "search_change",
            "enquiry_contact",
            "library_search");
    private static final Map<String, String> PART = Map.of(
            "mail", "select id, template, recipient, org_path from mail",
            "job",
                    "select id, kind, account_id, parameters, cancel_requested from job where slot is null and kind <> 'note-answers'",
            "audit_chain", "select count(*) from audit_chain");

    private Digest() {}

    /** Digest of each table's rows. */
    public static Map<String, Object> take() throws SQLException {
        List<String> tables = Rows.all("select tablename from pg_tables where schemaname = 'aeo' order by 1").stream()
                .map(row -> row.text("tablename"))
                .filter(table -> !MOVING.contains(table))
                .toList();
        String sql = tables.stream()
                .map(table ->
                        "(select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from ("
                                + PART.getOrDefault(table, "select * from " + table) + ") t) as " + table)
                .collect(Collectors.joining(", ", "select ", ""));
        return Rows.one(sql).columns();
    }
}
