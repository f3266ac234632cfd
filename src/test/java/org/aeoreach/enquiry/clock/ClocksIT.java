package org.aeoreach.enquiry.clock;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.worktime.WorkTimes;
import org.junit.jupiter.api.Test;

/** The arithmetic of the clocks and what is told of them, inside the server. */
class ClocksIT implements ServerTest {
    private static final String HOUSE = "0000.5300.5304.";
    private static final int DAY = 420;
    private static final int TOTAL = 8400;
    private static final int TOTAL_WARNS = 1260;
    private static final int MOST_LOOKS = 300;
    private static final long PAUSE = 100;

    @Inject
    private WorkTimes times;

    @Inject
    private Clocks clocks;

    @Inject
    private Warnings warnings;

    @Inject
    private ReckonAgain again;

    @Inject
    private UnitScope scope;

    @Inject
    private Bound bound;

    @Inject
    private UserTransaction transaction;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Time.ZONE).toInstant();
    }

    private Reckoning house() {
        return new Reckoning(times.of(HOUSE));
    }

    @Test
    void runsThroughMadeUpDaysAndStandsOnHolidays() {
        // Saturday 14 February 2026 is made up for; the 15th to the 23rd are off.
        assertThat(house().end(at("2026-02-13T17:00"), 60)).isEqualTo(at("2026-02-14T09:30"));
        assertThat(house().end(at("2026-02-14T16:30"), 120)).isEqualTo(at("2026-02-24T10:00"));
        assertThat(house().warning(at("2026-02-14T09:00"), 2 * DAY, DAY)).isEqualTo(at("2026-02-14T17:30"));
        assertThat(house().left(at("2026-02-14T16:30"), 120, at("2026-02-20T12:00")))
                .isEqualTo(60);
        assertThat(house().worked(at("2026-02-14T16:30"), at("2026-02-24T10:00")))
                .isEqualTo(120);
    }

    @Test
    void whatHasRunOutTellsWhenItDid() {
        assertThat(house().left(at("2026-03-02T09:00"), 60, at("2026-03-02T11:00")))
                .isEqualTo(-60);
        assertThat(house().end(at("2026-03-02T11:00"), -60)).isEqualTo(at("2026-03-02T10:00"));
        assertThat(house().end(at("2026-02-24T09:30"), -60)).isEqualTo(at("2026-02-14T17:00"));
        assertThat(house().warning(at("2026-03-02T09:00"), 30, 60)).isEqualTo(at("2026-03-02T09:00"));
    }

    /** In one transaction under the scope of the house. */
    private <T> T inHouse(java.util.function.Supplier<T> work) throws Exception {
        transaction.begin();
        try {
            T made = scope.run(HOUSE, work);
            transaction.commit();
            return made;
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
    }

    private long arrived() throws Exception {
        return inHouse(() -> {
            long id = Rows.one(
                            bound.query(
                                    "insert into enquiry (unit_id, org_path, asker_name, language, channel, subject) select id,"
                                            + " org_path, '样例', 'zh', 'PHONE', '时限样例' from unit where org_path = ?1 returning id",
                                    HOUSE),
                            row -> row.id(0))
                    .orElseThrow();
            bound.query(
                            "insert into enquiry_work (enquiry_id, unit_id, org_path, desk_id, desk_path, level)"
                                    + " select ?1, id, org_path, id, org_path, 'HOUSE' from unit where org_path = ?2",
                            id,
                            HOUSE)
                    .executeUpdate();
            clocks.start(id);
            return id;
        });
    }

    private Rows.Row work(long id) throws Exception {
        return inHouse(() -> Rows.one(
                        bound.query(
                                "select status, due_at, left_minutes, total_left_minutes, clock_since, warned_at, late_told_at,"
                                        + " version from enquiry_work where enquiry_id = ?1",
                                id),
                        row -> row)
                .orElseThrow());
    }

    @Test
    void standsWhileTheAskerIsWaitedForAndGoesOnWithWhatWasLeft() throws Exception {
        long id = arrived();
        Rows.Row running = work(id);
        assertThat(running.instant(1)).isEqualTo(house().end(running.instant(4), (int) running.id(2)));
        inHouse(() -> {
            clocks.stand(id, EnquiryStatus.WAITING);
            // As if so much had been used.
            return bound.query(
                            "update enquiry_work set left_minutes = 77, total_left_minutes = 99 where enquiry_id = ?1",
                            id)
                    .executeUpdate();
        });
        assertThat(work(id).instantOrNull(1)).isNull();
        assertThat(work(id).instantOrNull(4)).isNull();
        inHouse(() -> {
            clocks.goOn(id, EnquiryStatus.OPEN);
            return 0;
        });
        Rows.Row after = work(id);
        assertThat(after.id(2)).isEqualTo(77);
        assertThat(after.id(3)).isEqualTo(99);
        assertThat(after.instant(1)).isEqualTo(house().end(after.instant(4), 77));
        assertThat(after.id(7)).isEqualTo(running.id(7) + 2);
    }

    @Test
    void anAnswerTakenBackTakesUpTheSameStayAndAReopeningBeginsAnother() throws Exception {
        long id = arrived();
        inHouse(() -> {
            clocks.stand(id, EnquiryStatus.ANSWERED);
            clocks.goOn(id, EnquiryStatus.OPEN);
            return 0;
        });
        assertThat(steps(id)).containsExactly("null");
        inHouse(() -> {
            clocks.stand(id, EnquiryStatus.ANSWERED);
            clocks.stand(id, EnquiryStatus.CLOSED);
            clocks.goOn(id, EnquiryStatus.REOPENED);
            return 0;
        });
        assertThat(steps(id)).containsExactly("ANSWERED", "null");
        assertThat(work(id).text(0)).isEqualTo("REOPENED");
    }

    private List<String> steps(long id) throws Exception {
        return inHouse(() -> Rows.list(
                bound.query("select passed from enquiry_step where enquiry_id = ?1 order by id", id),
                row -> String.valueOf(row.textOrNull(0))));
    }

    /** As if the clock had begun so much earlier. */
    private void shift(long id, String warn, String due) throws Exception {
        inHouse(() -> bound.query(
                        "update enquiry_work set warn_at = now() + cast(?2 as interval), due_at = now() + cast(?3 as interval)"
                                + " where enquiry_id = ?1",
                        id,
                        warn,
                        due)
                .executeUpdate());
    }

    private long letters(long id, String template) throws Exception {
        return inHouse(() -> Rows.one(
                        bound.query(
                                "select count(*) from mail where template = ?1 and position((select number from enquiry"
                                        + " where id = ?2) in subject) > 0",
                                template,
                                id),
                        row -> row.id(0))
                .orElseThrow());
    }

    /** The letters, when there are as many: the server's own look may have some in hand. */
    private long told(long id, String template, long many) throws Exception {
        for (int i = 0; i < MOST_LOOKS && letters(id, template) < many; i++) {
            Thread.sleep(PAUSE);
        }
        return letters(id, template);
    }

    @Test
    void twoTicksAtOnceTellEachOnce() throws Exception {
        long id = arrived();
        inHouse(() -> bound.query(
                        "update enquiry_work set officer_id = (select account_id from role_assignment where org_path = ?2"
                                + " and role = 'HOUSE_OFFICER' limit 1) where enquiry_id = ?1",
                        id,
                        HOUSE)
                .executeUpdate());
        shift(id, "-1 minute", "1 hour");
        atOnce();
        assertThat(told(id, "enquiry-clock-warning", 1)).isEqualTo(1);
        assertThat(letters(id, "enquiry-clock-late")).isZero();
        shift(id, "-1 hour", "-1 minute");
        atOnce();
        atOnce();
        long heads = inHouse(() -> Rows.one(
                        bound.query(
                                "select count(distinct account_id) from role_assignment where org_path = ?1"
                                        + " and role = 'UNIT_ADMINISTRATOR'",
                                HOUSE),
                        row -> row.id(0))
                .orElseThrow());
        assertThat(heads).isPositive();
        assertThat(told(id, "enquiry-clock-late", heads)).isEqualTo(heads);
        assertThat(told(id, "enquiry-clock-warning", 1)).isEqualTo(1);
    }

    @Test
    void theClockOfAllLevelsWarnsWhoHasItAndThenTellsTheHead() throws Exception {
        long id = arrived();
        inHouse(() -> bound.query(
                        "update enquiry_work set officer_id = (select account_id from role_assignment where org_path = ?2"
                                + " and role = 'HOUSE_OFFICER' limit 1) where enquiry_id = ?1",
                        id,
                        HOUSE)
                .executeUpdate());
        shiftTotal(id, "-1 minute", "1 hour");
        atOnce();
        atOnce();
        assertThat(told(id, "enquiry-clock-total-warning", 1)).isEqualTo(1);
        assertThat(letters(id, "enquiry-clock-total-late")).isZero();
        shiftTotal(id, "-1 hour", "-1 minute");
        atOnce();
        atOnce();
        assertThat(told(id, "enquiry-clock-total-late", 1)).isPositive();
        assertThat(told(id, "enquiry-clock-total-warning", 1)).isEqualTo(1);
    }

    @Test
    void theClockOfAllLevelsWarnsAsLongBeforeAsItsTargetSays() throws Exception {
        long id = arrived();
        Rows.Row running = total(id);
        assertThat(running.instant(0)).isEqualTo(house().warning(running.instant(2), TOTAL, TOTAL_WARNS));
        inHouse(() -> {
            clocks.stand(id, EnquiryStatus.WAITING);
            return 0;
        });
        assertThat(total(id).instantOrNull(0)).isNull();
        inHouse(() -> bound.query(
                        "update enquiry_work set total_left_minutes = ?2, total_warned_at = now() where enquiry_id = ?1",
                        id,
                        TOTAL_WARNS + DAY)
                .executeUpdate());
        inHouse(() -> {
            clocks.goOn(id, EnquiryStatus.OPEN);
            return 0;
        });
        Rows.Row after = total(id);
        assertThat(after.instant(0)).isEqualTo(house().warning(after.instant(2), TOTAL_WARNS + DAY, TOTAL_WARNS));
        assertThat(after.instantOrNull(1)).as("not warned of the new end").isNull();
    }

    private Rows.Row total(long id) throws Exception {
        return inHouse(() -> Rows.one(
                        bound.query(
                                "select total_warn_at, total_warned_at, clock_since from enquiry_work where enquiry_id = ?1",
                                id),
                        row -> row)
                .orElseThrow());
    }

    private void shiftTotal(long id, String warn, String due) throws Exception {
        inHouse(() -> bound.query(
                        "update enquiry_work set total_warn_at = now() + cast(?2 as interval), total_due_at = now()"
                                + " + cast(?3 as interval) where enquiry_id = ?1",
                        id,
                        warn,
                        due)
                .executeUpdate());
    }

    private void atOnce() {
        CompletableFuture<?>[] both = new CompletableFuture<?>[4];
        for (int i = 0; i < both.length; i++) {
            both[i] = CompletableFuture.runAsync(this::look, work -> new Thread(work).start());
        }
        CompletableFuture.allOf(both).join();
    }

    private void look() {
        warnings.levels();
        warnings.totals();
    }

    @Test
    void aChangeOfTheCalendarMovesWhatRuns() throws Exception {
        long id = arrived();
        Instant before = work(id).instant(1);
        Instant warned = total(id).instant(0);
        transaction.begin();
        bound.query("select set_config('app.write_lo', '0000.', true), set_config('app.write_hi', '0000/', true)")
                .getSingleResult();
        bound.query(
                        "insert into work_hours (unit_id, valid_from, spans) select id, '2026-01-01', '{540,600}' from unit where org_path = ?1",
                        HOUSE)
                .executeUpdate();
        transaction.commit();
        try {
            // The server's own look may have been there before.
            for (int i = 0; i < MOST_LOOKS && work(id).instant(1).equals(before); i++) {
                again.run();
                Thread.sleep(PAUSE);
            }
            assertThat(work(id).instant(1)).isAfter(before);
            assertThat(total(id).instant(0)).isAfter(warned);
        } finally {
            transaction.begin();
            bound.query("select set_config('app.write_lo', '0000.', true), set_config('app.write_hi', '0000/', true)")
                    .getSingleResult();
            bound.query(
                            "insert into work_hours (unit_id, valid_from, spans) select id, '2026-01-01', '{}' from unit where org_path = ?1",
                            HOUSE)
                    .executeUpdate();
            transaction.commit();
        }
        for (int i = 0; i < MOST_LOOKS && !work(id).instant(1).equals(before); i++) {
            again.run();
            Thread.sleep(PAUSE);
        }
        assertThat(work(id).instant(1)).isEqualTo(before);
    }
}
