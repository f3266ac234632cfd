package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the demonstration shows of sessions that were held. */
@Tag("db")
class DemoAfterTest {

    private static final String PERSON =
            "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose,"
                    + " legal_basis) select e.id, e.unit_id, e.org_path, '演示' || g, 'OUTREACH', 'STATUTORY_DUTY' from enterprise e"
                    + " cross join generate_series(1, 40) g where e.id in (select min(id) from enterprise where org_path like"
                    + " '0000.5300.5304.%')";

    // The course comes with the reference data, which a database of tests may not have.
    private static final String COURSE =
            "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages, status) select id,"
                    + " org_path, 'AEO-SYSTEM', '演示', '{ALL}', 60, '{ZH}', 'OPEN' from unit where code = '0000' and not exists"
                    + " (select from training_course where code = 'AEO-SYSTEM' and org_path = '0000.')";
    private static final String QUESTION =
            "insert into training_check_question (course_id, number, text_zh, options, right_option) select id, 901, '演示',"
                    + " '[{\"zh\": \"a\"}, {\"zh\": \"b\"}]', 0 from training_course where code = 'AEO-SYSTEM'"
                    + " and org_path = '0000.'";

    @Test
    void heldSessionsHaveCertificatesChecksFeedbackAndAFinishedReport() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(PERSON);
            statement.execute(COURSE);
            statement.execute(QUESTION);
            DemoSessions.load(owner);
            DemoAfter.load(owner);
            String held = " join training_session s on s.id = x.session_id and s.status = 'HELD' and s.title_zh in"
                    + " ('AEO企业认证标准讲解（深圳）', '信用管理办法公开课')";
            for (String table :
                    new String[] {"training_certificate", "training_check", "training_feedback", "training_absence"}) {
                assertThat(number(statement, "select count(*) from " + table + " x" + held))
                        .as(table)
                        .isPositive();
            }
            trainersAreRatedEachForHimself(statement);
            assertThat(number(
                            statement, "select count(*) from training_report x" + held + " and x.status = 'FINISHED'"))
                    .isEqualTo(1);
            assertThat(number(
                            statement,
                            "select count(*) from training_after_letters(1000, now()) x join training_session s"
                                    + " on s.id = x.session_id and s.title_zh = 'AEO企业认证标准讲解（深圳）'"))
                    .isZero();
            owner.rollback();
        }
    }

    private static void trainersAreRatedEachForHimself(Statement statement) throws SQLException {
        statement.execute("select set_config('app.lo', '0000.', true), set_config('app.hi', '0000/', true)");
        String demo = " from training_trainer where name_zh = '袁清源（演示）' and org_path = '0000.5300.'";
        assertThat(number(statement, "select training_ratings(id)" + demo)).isGreaterThanOrEqualTo(5);
        assertThat(number(statement, "select training_rating(id) * 10" + demo)).isBetween(10L, 50L);
        assertThat(number(
                        statement,
                        "select count(*) from training_feedback f join training_session s on s.id = f.session_id and"
                                + " s.title_zh like '中小企业AEO系列讲座%' where f.trainers is not null"))
                .isZero();
        assertThat(number(
                        statement,
                        "select count(*) from training_certificate c join training_session s on s.id = c.session_id and"
                                + " s.title_zh like '中小企业AEO系列讲座%'"))
                .isPositive();
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
