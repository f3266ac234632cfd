package org.aeoreach.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.aeoreach.launcher.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An enterprise is always of a unit there is, at the path that unit has; in transactions that are taken back. */
@Tag("db")
class EnterpriseUnitTest {

    private static final String MOVE = "update unit set org_path = '0000.2200.5304.' where code = '5304'";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestPostgres.running().owner();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void refusesOneOfNoUnitOrAtAnotherPath() throws SQLException {
        refused("insert into enterprise (name_zh, unit_id, org_path) values ('无单位', 1, '0000.5300.5304.')");
        refused("insert into enterprise (name_zh, unit_id, org_path) select '他处', id, '0000.5300.' from unit"
                + " where code = '5304'");
    }

    @Test
    void refusesAllOfAStatementForOneRow() throws SQLException {
        refused("insert into enterprise (name_zh, unit_id, org_path) select '多行', id, case when code = '5304'"
                + " then '0000.' else org_path end from unit where kind = 'HOUSE'");
    }

    @Test
    void refusesMovingOneToNoUnit() throws SQLException {
        change(ADD);
        refused("update enterprise set org_path = '0000.5300.' where name_zh = '单位测试'");
    }

    @Test
    void aUnitThatMovesTakesItsEnterprisesAlong() throws SQLException {
        change(ADD);
        change(MOVE);
        assertThat(text("select org_path || ' ' || district from enterprise where name_zh = '单位测试'"))
                .isEqualTo("0000.2200.5304. 0000.2200");
    }

    @Test
    void aUnitThatHasAnyIsNotRemoved() throws SQLException {
        change("insert into unit (code, kind, org_path, parent_id, source) select '5399', kind, '0000.5300.5399.',"
                + " parent_id, 'test'"
                + " from unit where code = '5304'");
        change("insert into enterprise (name_zh, unit_id, org_path) select '单位测试', id, org_path from unit"
                + " where code = '5399'");
        refused("delete from unit where code = '5399'");
    }

    /** Or an enterprise just being entered would be left behind at the old path. */
    @Test
    void aUnitDoesNotMoveWhileOneIsEntered() throws SQLException {
        change(ADD);
        try (Connection other = TestPostgres.running().owner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("set local lock_timeout = '300ms'");
            assertThatThrownBy(() -> statement.execute(MOVE)).hasMessageContaining("lock timeout");
            other.rollback();
        }
    }

    private static final String ADD = "insert into enterprise (name_zh, unit_id, org_path)"
            + " select '单位测试', id, org_path from unit where code = '5304'";

    private void refused(String sql) throws SQLException {
        change("savepoint before");
        assertThatThrownBy(() -> change(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
        change("rollback to savepoint before");
    }

    private void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
