package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rooms of the demonstration: every state, and what the database says of rooms holds for them too. */
@Tag("db")
class DemoVenuesTest {

    @Test
    void hasBookingsOfEveryStateInRoomsOfThreeLevels() throws SQLException {
        try (Connection owner = TestPostgres.running().owner()) {
            owner.setAutoCommit(false);
            DemoVenues.load(owner);
            String demo = " from training_booking b join training_room r on r.id = b.room_id join training_base s"
                    + " on s.id = r.base_id where s.name_zh like '%（演示）'";
            assertThat(number(owner, "select count(*)" + demo)).isEqualTo(13);
            assertThat(number(owner, "select count(distinct b.status)" + demo)).isEqualTo(4);
            assertThat(number(owner, "select count(distinct b.org_path)" + demo))
                    .isEqualTo(3);
            assertThat(number(owner, "select count(*)" + demo + " and b.status = 'APPROVED' and b.decided_by is null"))
                    .isZero();
            owner.rollback();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
