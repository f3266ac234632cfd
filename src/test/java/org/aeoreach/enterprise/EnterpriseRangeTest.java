package org.aeoreach.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which enterprises the database shows to whom, and how it finds them. */
@Tag("db")
class EnterpriseRangeTest {

    private static final String PATHS = "select distinct org_path from enterprise order by 1";

    private Connection connection;
    private long shekou;
    private long pudong;

    @BeforeEach
    void connect() throws SQLException {
        shekou = made("5304");
        pudong = made("2210");
        connection = TestPostgres.running().application();
        connection.setAutoCommit(false);
    }

    private static long made(String house) throws SQLException {
        return Rows.number(
                "insert into enterprise (name_zh, unit_id, org_path) select '范围测试', id, org_path from unit"
                        + " where code = ? returning id",
                house);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
        Rows.change("delete from enterprise where name_zh = '范围测试'");
    }

    @Test
    void anOfficerSeesThoseOfHisRange() throws SQLException {
        scope("0000.5300.", "0000.5300/", "");
        assertThat(texts(PATHS)).isNotEmpty().allMatch(path -> path.startsWith("0000.5300."));
        assertThat(texts("select id::text from enterprise"))
                .contains(Long.toString(shekou))
                .doesNotContain(Long.toString(pudong));
    }

    @Test
    void whoActsForAnEnterpriseSeesThatOne() throws SQLException {
        scope("", "", Long.toString(pudong));
        assertThat(texts("select id::text from enterprise")).containsExactly(Long.toString(pudong));
    }

    @Test
    void nobodySeesNone() throws SQLException {
        assertThat(texts("select id::text from enterprise")).isEmpty();
        scope("", "", "");
        assertThat(texts("select id::text from enterprise")).isEmpty();
    }

    @Test
    void anIndexAnswersTheRangeWithoutBeingTold() throws SQLException {
        texts("select set_config('enable_seqscan', 'off', true)");
        // A handful of rows is sorted as fast as read in order; a million is not.
        texts("select set_config('enable_sort', 'off', true)");
        scope("0000.5300.", "0000.5300/", "");
        assertThat(String.join("\n", texts("explain select org_path, id from enterprise order by org_path, id")))
                .containsPattern("Index Cond: .*org_path >=")
                .doesNotContain(" OR ")
                .doesNotContain("Sort");
    }

    private void scope(String lo, String hi, String enterprise) throws SQLException {
        texts("select set_config('app.lo', ?, true)", lo);
        texts("select set_config('app.hi', ?, true)", hi);
        texts("select set_config('app.enterprise', ?, true)", enterprise);
    }

    private List<String> texts(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return org.aeoreach.platform.Rows.list(statement, row -> row.text(0));
        }
    }
}
