package org.aeoreach.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.platform.Bound;
import org.aeoreach.testing.ServerTest;
import org.junit.jupiter.api.Test;

/** What other rooms reckon with, inside the server. */
class WorkTimesIT implements ServerTest {
    private static final String HOUSE = "0000.5300.5304.";
    private static final LocalDate DAY = LocalDate.parse("2040-03-05");
    private static final int MOST_READS = 600;

    @Inject
    private WorkTimes times;

    @Inject
    private Bound bound;

    @Inject
    private UserTransaction transaction;

    @Test
    void whatIsChangedPastThisRoomIsKnownAWhileLater() throws Exception {
        // What another test had set is kept for some seconds.
        for (int i = 0; i < MOST_READS && !times.of(HOUSE).hours(DAY).equals(Hours.STANDARD); i++) {
            Thread.sleep(50);
        }
        assertThat(times.of(HOUSE).hours(DAY)).isEqualTo(Hours.STANDARD);
        transaction.begin();
        bound.query("select set_config('app.write_lo', '0000.', true), set_config('app.write_hi', '0000/', true)")
                .getSingleResult();
        bound.query(
                        "insert into work_hours (unit_id, valid_from, spans)"
                                + " select id, '2040-03-05', '{0,60}' from unit where org_path = ?",
                        HOUSE)
                .executeUpdate();
        // What is not committed nobody else reckons with.
        assertThat(times.changed(HOUSE).hours(DAY)).hasToString("00:00–01:00");
        assertThat(times.of(HOUSE).hours(DAY)).isEqualTo(Hours.STANDARD);
        transaction.commit();
        for (int i = 0; i < MOST_READS && times.of(HOUSE).hours(DAY).equals(Hours.STANDARD); i++) {
            Thread.sleep(50);
        }
        assertThat(times.of(HOUSE).hours(DAY)).hasToString("00:00–01:00");
        assertThat(times.of(HOUSE).hours(DAY.minusDays(1))).isEqualTo(Hours.STANDARD);
        assertThat(times.of("0000.5300.").hours(DAY)).isEqualTo(Hours.STANDARD);
    }

    @Test
    void answersWithoutAViewerAndWithoutATransaction() {
        Instant start = Instant.parse("2026-02-12T02:00:00Z");
        assertThat(times.of("0000.5300.").after(start, 3)).isEqualTo(Instant.parse("2026-02-24T09:30:00Z"));
        assertThat(times.of("0000.9999.").after(start, 3)).isEqualTo(Instant.parse("2026-02-24T09:30:00Z"));
    }
}
