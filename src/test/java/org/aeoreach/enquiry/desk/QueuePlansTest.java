package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.aeoreach.launcher.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What indexes answer although the database must not tell of rows one may not see. */
@Tag("db")
class QueuePlansTest {

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestPostgres.running().application();
        connection.setAutoCommit(false);
        // A handful of rows is read as fast one by one; a million is not.
        text("select set_config('enable_seqscan', 'off', true)");
        text("select set_config('app.lo', '0000.5300.', true)");
        text("select set_config('app.hi', '0000.5300/', true)");
        text("select set_config('app.account', '1', true)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private String text(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
            return all.toString();
        }
    }

    private String plan(String condition) throws SQLException {
        return text("explain select w.enquiry_id from enquiry_work w where " + condition);
    }

    @Test
    void onlyNotesOfOnesUnitWithAMentionAreLookedThrough() throws SQLException {
        for (String whose : new String[] {"MENTIONED", "CALLED"}) {
            assertThat(plan(EnquiryList.whoseIs(whose)))
                    .as(whose)
                    .containsPattern("enquiry_note_mentions[^\\n]*\\n\\s*Index Cond: [^\\n]*org_path =");
        }
        assertThat(plan(EnquiryList.whoseIs("CALLED"))).containsPattern("Index Cond: [^\\n]*created_at >");
    }

    @Test
    void onlyTaggedEnquiriesOfOnesRangeAreLookedThrough() throws SQLException {
        assertThat(plan(EnquiryList.tagged("样例").sql().replace("?", "'样例'")))
                .containsPattern("enquiry_work_tagged[^\\n]*\\n\\s*Index Cond: [^\\n]*org_path >=");
    }
}
