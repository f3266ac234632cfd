package org.aeoreach.outreach.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One letter a day to whoever has something due, in his language, and none to anybody else. */
@RunAsClient
class DailyLetterIT implements ServerTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    /** An officer of his own for each test: what others have due is none of his. */
    private record Coordinator(long id, String mail) {

        static Coordinator named(String language) throws SQLException {
            String mail = "letter" + COUNT.incrementAndGet() + "@customs.test";
            long id = Rows.number(
                    "with a as (insert into account (kind, login, name_zh, name_en, mail, language, unit_id, org_path)"
                            + " select 'OFFICER', ?, '郑思源', 'Zheng Siyuan', ?, ?, id, org_path from unit where code = '5304'"
                            + " returning id, unit_id, org_path), r as (insert into role_assignment (account_id, role,"
                            + " unit_id, org_path, valid_from) select id, 'COORDINATOR', unit_id, org_path, '2020-01-01'"
                            + " from a) select id from a",
                    mail,
                    mail,
                    language);
            return new Coordinator(id, mail);
        }

        void coordinates(@Nullable LocalDate due, String step, @Nullable LocalDate since) throws SQLException {
            long enterprise = SampleEnterprise.at("5304").id();
            Rows.change(
                    "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)"
                            + " select id, unit_id, org_path, ?, 'COORDINATOR', '2026-01-01' from enterprise where id = ?",
                    id,
                    enterprise);
            Rows.change(
                    "update enterprise set next_contact_due = ?, journey_step = ?, journey_since = ? where id = ?",
                    due,
                    step,
                    since,
                    enterprise);
        }

        void task(LocalDate due, String title) throws SQLException {
            Rows.change(
                    "insert into task (unit_id, org_path, owner_id, title, due_on, account_id) select unit_id, org_path,"
                            + " id, ?, ?, id from account where id = ?",
                    title,
                    due,
                    id);
        }

        /** What he would be told on that day; empty when nothing. */
        List<String> told(LocalDate day) throws SQLException {
            return Rows.all(
                            "select overdue || ' ' || today || ' ' || contacts || ' ' || rechecks as due"
                                    + " from take_daily_letters(?, 1000000) where account_id = ?",
                            day,
                            id)
                    .stream()
                    .map(row -> row.text("due"))
                    .toList();
        }
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from daily_letter");
        Rows.change("update coordination set valid_to = valid_from where valid_to is null and account_id in"
                + " (select id from account where mail like 'letter%@customs.test')");
        Rows.change("update account set suspended_at = now() where mail like 'letter%@customs.test'");
        Rows.change(
                "delete from task where owner_id in (select id from account where mail like 'letter%@customs.test')");
    }

    @Test
    void tellsOfContactsThatBecameOverdueOnceAndOfAllOnMondays() throws SQLException {
        Coordinator coordinator = Coordinator.named("zh");
        coordinator.coordinates(MONDAY.minusDays(3), "PROSPECT", null);
        coordinator.coordinates(TUESDAY, "PROSPECT", null);
        coordinator.coordinates(TUESDAY.plusDays(10), "PROSPECT", null);
        assertThat(coordinator.told(MONDAY)).containsExactly("0 0 1 0");
        assertThat(coordinator.told(MONDAY)).as("told already").isEmpty();
        assertThat(coordinator.told(TUESDAY)).as("due today is not overdue").isEmpty();
        assertThat(coordinator.told(WEDNESDAY)).containsExactly("0 0 2 0");
        assertThat(coordinator.told(WEDNESDAY.plusDays(1))).as("nothing new").isEmpty();
        assertThat(coordinator.told(MONDAY.plusDays(7)))
                .as("on Monday all of it")
                .containsExactly("0 0 2 0");
    }

    @Test
    void tellsOfReChecksAndOfTasksEveryDay() throws SQLException {
        Coordinator coordinator = Coordinator.named("zh");
        coordinator.coordinates(null, "RECHECK_DUE", TUESDAY);
        assertThat(coordinator.told(TUESDAY)).containsExactly("0 0 0 1");
        coordinator.task(TUESDAY, "昨天的事");
        coordinator.task(WEDNESDAY, "今天的事");
        coordinator.task(WEDNESDAY.plusDays(9), "以后的事");
        assertThat(coordinator.told(WEDNESDAY))
                .as("the step began on the day he was told")
                .containsExactly("1 1 0 1");
        assertThat(coordinator.told(WEDNESDAY.plusDays(1))).containsExactly("2 0 0 0");
    }

    @Test
    void nobodyIsToldWhoIsSuspendedOrWhoseRoleNoLongerReachesTheEnterprise() throws SQLException {
        Coordinator suspended = Coordinator.named("zh");
        suspended.coordinates(MONDAY.minusDays(3), "PROSPECT", null);
        Rows.change("update account set suspended_at = now() where id = ?", suspended.id());
        Coordinator ended = Coordinator.named("zh");
        ended.coordinates(MONDAY.minusDays(3), "PROSPECT", null);
        Rows.change("update role_assignment set valid_to = ? where account_id = ?", MONDAY.minusDays(1), ended.id());
        Coordinator elsewhere = Coordinator.named("zh");
        elsewhere.coordinates(MONDAY.minusDays(3), "PROSPECT", null);
        Rows.change(
                "update role_assignment r set unit_id = u.id, org_path = u.org_path from unit u where u.code = '2210'"
                        + " and r.account_id = ?",
                elsewhere.id());
        assertThat(ended.told(MONDAY.minusDays(1)))
                .as("on the last day of his role")
                .hasSize(1);
        Rows.change("delete from daily_letter");
        for (Coordinator nobody : List.of(suspended, ended, elsewhere)) {
            assertThat(nobody.told(MONDAY)).as(nobody.mail()).isEmpty();
            Rows.change("delete from daily_letter");
        }
    }

    @Test
    void isForTheScheduleOnly() {
        assertThatThrownBy(() ->
                        Rows.all("select x.* from (select set_config('app.account', '1', true) as me) s cross join"
                                + " lateral take_daily_letters('2031-01-01', length(s.me)) x"))
                .hasMessageContaining("take_daily_letters");
    }

    @Test
    void theJobWritesOneLetterForEachInHisLanguage() throws Exception {
        LocalDate today = LocalDate.now(Time.ZONE);
        Coordinator both = Coordinator.named("zh");
        both.task(today, "答应寄送标准条文");
        both.coordinates(today.minusDays(5), "PROSPECT", null);
        Coordinator english = Coordinator.named("en");
        english.coordinates(today.minusDays(5), "RECHECK_DUE", today);
        Coordinator tasks = Coordinator.named("en");
        tasks.task(today.minusDays(1), "Send the text");
        Coordinator nothing = Coordinator.named("zh");
        nothing.task(today.plusDays(1), "明天");
        runJob();
        runJob();
        assertThat(letter(both))
                .startsWith("outreach-day|")
                .contains("郑思源，您好", "今日到期：1", "答应寄送标准条文", "逾期未联系：1 家", "/desk/tasks?", "/desk/portfolio?");
        assertThat(letter(english))
                .startsWith("outreach-portfolio|")
                .contains("Dear Zheng Siyuan", "Contact overdue: 1", "Re-check due: 1")
                .doesNotContain("/desk/tasks");
        assertThat(letter(tasks)).startsWith("outreach-tasks|").contains("Send the text", "Overdue: 1");
        assertThat(Rows.number("select count(*) from mail where recipient = ?", nothing.mail()))
                .isZero();
    }

    private static String letter(Coordinator to) throws SQLException {
        List<Rows.Row> mails =
                Rows.all("select template || '|' || body_text as text from mail where recipient = ?", to.mail());
        assertThat(mails).as("one letter").hasSize(1);
        return mails.get(0).text("text");
    }

    private static void runJob() throws Exception {
        long job =
                Rows.number("insert into job (kind, slot, org_path) values ('task-digest', clock_timestamp(), '0000.')"
                        + " returning id");
        Instant end = Instant.now().plus(Duration.ofSeconds(180));
        while (!Rows.one("select status from job where id = ?", job)
                .text("status")
                .equals("DONE")) {
            assertThat(Instant.now()).as("the job ends").isBefore(end);
            Thread.sleep(200);
        }
    }
}
