package org.aeoreach.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tampering as the owner of the schema could do it, in a transaction that is rolled back at the end. */
class AuditChainsIT {

    private Connection owner;
    private AuditChains chains;
    private int chain;

    @BeforeEach
    void writeFiveEntriesInOneChain() throws SQLException {
        owner = TestPostgres.running().owner();
        owner.setAutoCommit(false);
        for (int i = 0; i < 5; i++) {
            number("select audit_append('job.start', 'job', '" + i + "', '0000.', '{\"kind\": [null, \"x\"]}')");
        }
        chain = (int) number("select current_setting('app.audit_chain')::int");
        chains = new AuditChains(Sources.within(owner));
    }

    @AfterEach
    void undo() throws SQLException {
        owner.rollback();
        owner.close();
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private long length() throws SQLException {
        return number("select length from audit_chain where chain = " + chain);
    }

    private ChainHead head() {
        return chains.anchor().heads().get(chain);
    }

    private List<AuditChains.Break> breaks() {
        return chains.breaks(chain, null);
    }

    private String at(long seq) {
        return " where chain = " + chain + " and seq = " + seq;
    }

    @Test
    void findsNothingWrongWithWhatWasWritten() {
        assertThat(chains.breaks(chain, head())).isEmpty();
    }

    @Test
    void findsAChangedEntry() throws SQLException {
        long seq = length() - 2;
        change("update audit_entry set changes = '{\"kind\": [null, \"y\"]}'" + at(seq));
        assertThat(breaks()).extracting(AuditChains.Break::fault).containsExactly("CHANGED");
        assertThat(breaks().get(0).seq()).isEqualTo(seq);
    }

    @Test
    void findsAChangedEntryWhoseHashWasMadeToFit() throws SQLException {
        long seq = length() - 2;
        change("update audit_entry set account_id = 1" + at(seq));
        change("update audit_entry e set hash = audit_hash((select p.hash from audit_entry p where p.chain = e.chain"
                + " and p.seq = e.seq - 1), e)" + at(seq));
        assertThat(breaks()).extracting(AuditChains.Break::seq).containsExactly(seq + 1);
    }

    @Test
    void findsARemovedEntry() throws SQLException {
        long seq = length() - 2;
        change("delete from audit_entry" + at(seq));
        assertThat(breaks()).extracting(AuditChains.Break::fault).containsExactly("REMOVED_BEFORE");
        assertThat(breaks().get(0).seq()).isEqualTo(seq + 1);
    }

    @Test
    void findsAnEntryPutInBetween() throws SQLException {
        long seq = length() - 1;
        change("update audit_entry set seq = seq + 1000 where chain = " + chain + " and seq >= " + seq);
        change("update audit_entry set seq = seq - 999 where chain = " + chain + " and seq >= " + (seq + 1000));
        change("insert into audit_entry select nextval('audit_entry_seq'), chain, " + seq
                + ", at, account_id, absent_id,"
                + " assignment_id, address, request_id, action, record_type, '99', org_path, changes, hash"
                + " from audit_entry" + at(seq - 1));
        assertThat(breaks()).extracting(AuditChains.Break::fault).contains("CHANGED", "END_MISMATCH");
        assertThat(breaks().get(0).seq()).isEqualTo(seq);
    }

    @Test
    void findsATruncatedChain() throws SQLException {
        change("delete from audit_entry" + at(length()));
        assertThat(breaks()).extracting(AuditChains.Break::fault).containsExactly("END_MISMATCH");
    }

    @Test
    void findsATruncatedChainWhoseHeadWasMadeToFitByItsEarlierHead() throws SQLException {
        ChainHead earlier = head();
        change("delete from audit_entry" + at(length()));
        change("update audit_chain c set length = length - 1, head = coalesce((select hash from audit_entry e"
                + " where e.chain = c.chain order by seq desc limit 1), '') where chain = " + chain);
        assertThat(breaks()).isEmpty();
        assertThat(chains.breaks(chain, earlier))
                .containsExactly(new AuditChains.Break(chain, earlier.length(), "REWRITTEN", null));
    }

    @Test
    void findsAChainThatWasRewrittenAsAWholeByItsEarlierHead() throws SQLException {
        ChainHead earlier = head();
        String digest = chains.anchor().digest();
        change("delete from audit_entry where chain = " + chain);
        change("update audit_chain set length = 0, head = '' where chain = " + chain);
        for (int i = 0; i < earlier.length(); i++) {
            number("select audit_append('job.start', 'job', 'forged', '0000.', '{}')");
        }
        assertThat(breaks()).isEmpty();
        assertThat(chains.breaks(chain, earlier))
                .extracting(AuditChains.Break::fault)
                .containsExactly("REWRITTEN");
        assertThat(chains.anchor().digest()).isNotEqualTo(digest);
    }

    @Test
    void refusesTheApplicationToChangeOrRemoveEntries() throws SQLException {
        for (String sql : List.of(
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "update audit_chain set length = 0")) {
            try (Connection application = TestPostgres.running().application();
                    Statement statement = application.createStatement()) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.executeUpdate(sql)))
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
