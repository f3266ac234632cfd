package org.aeoreach.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.junit.jupiter.api.Test;

/** What other rooms reckon with, inside the server. */
class WorkTimesIT implements ServerTest {
    private static final LocalDate DAY = LocalDate.parse("2040-03-05");
    private static final int MOST_READS = 600;

    @Inject
    private WorkTimes times;

    @Inject
    private UserTransaction transaction;

    @Test
    void whatAnotherNodeChangesIsKnownAWhileLater() throws Exception {
        long house = Units.newHouse("5300");
        String path = Rows.one("select org_path from unit where id = ?", house).text("org_path");
        assertThat(times.of(path).hours(DAY)).isEqualTo(Hours.STANDARD);
        assertThat(times.of(path)).isSameAs(times.of(path));
        Rows.change("insert into work_hours (unit_id, valid_from, spans) values (?, '2040-03-05', '{0,60}')", house);
        try {
            for (int i = 0; i < MOST_READS && times.of(path).hours(DAY).equals(Hours.STANDARD); i++) {
                Thread.sleep(50);
            }
            assertThat(times.of(path).hours(DAY)).hasToString("00:00–01:00");
        } finally {
            Rows.change("delete from work_hours where unit_id = ?", house);
        }
    }

    @Test
    void answersInAndOutsideOfTransactionsWithoutAViewer() throws Exception {
        Instant start = Instant.parse("2026-02-12T02:00:00Z");
        assertThat(times.of("0000.5300.").after(start, 3)).isEqualTo(Instant.parse("2026-02-24T09:30:00Z"));
        transaction.begin();
        assertThat(times.changed("0000.5300.").after(start, 3)).isEqualTo(Instant.parse("2026-02-24T09:30:00Z"));
        transaction.rollback();
    }
}
