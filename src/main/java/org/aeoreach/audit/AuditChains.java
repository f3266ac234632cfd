package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;
import org.jspecify.annotations.Nullable;

/** The hash chains as the jobs role sees them. */
@ApplicationScoped
class AuditChains {

    static final int COUNT = 64;

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    AuditChains() {}

    @Inject
    AuditChains(SystemDatabase database) {
        this.database = database;
    }

    /** All heads at one moment, and the digest over them that goes into the log. */
    record Anchor(String digest, long entries, List<ChainHead> heads) {}

    /**
     * A place where a chain is not what was written.
     *
     * @param seq place in the chain; of the last entry where the end is wrong
     * @param fault {@code CHANGED}, {@code REMOVED_BEFORE}, {@code END_MISMATCH} or {@code REWRITTEN}
     * @param entry id of the entry, when there is one
     */
    record Break(
            int chain, long seq, String fault, @Nullable Long entry) {}

    Anchor anchor() {
        String sql = "select a.digest, a.entries, c.chain, c.length, encode(c.head, 'hex')"
                + " from audit_chain c cross join audit_anchor() a order by c.chain";
        List<Rows.Row> rows = database.list(sql, row -> row);
        List<ChainHead> heads = rows.stream()
                .map(row -> new ChainHead((int) row.id(2), row.id(3), row.text(4)))
                .toList();
        return rows.isEmpty()
                ? new Anchor("", 0, heads)
                : new Anchor(rows.get(0).text(0), rows.get(0).id(1), heads);
    }

    /**
     * What is wrong with one chain.
     *
     * @param earlier its head at a time when it was found sound, which it must still contain; or null
     */
    List<Break> breaks(int chain, @Nullable ChainHead earlier) {
        List<Break> breaks = new ArrayList<>(database.list(
                "select chain, seq, fault, entry_id from audit_breaks(cast(? as smallint))",
                row -> new Break((int) row.id(0), row.id(1), row.text(2), row.idOrNull(3)),
                chain));
        if (earlier != null && earlier.length() > 0 && !contains(earlier)) {
            breaks.add(new Break(chain, earlier.length(), "REWRITTEN", null));
        }
        return breaks;
    }

    private boolean contains(ChainHead head) {
        return database.list(
                        "select encode(hash, 'hex') from audit_entry where chain = cast(? as smallint) and seq = ?",
                        row -> row.text(0),
                        head.chain(),
                        head.length())
                .equals(List.of(head.hash()));
    }
}
