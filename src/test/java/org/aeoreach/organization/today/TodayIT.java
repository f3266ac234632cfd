package org.aeoreach.organization.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The home page says what waits for the role one acts in, and each number opens the list of exactly these. */
@RunAsClient
class TodayIT implements ServerTest {

    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    private static final int TRIES = 5;

    @BeforeEach
    void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter");
        // Whoever went before may have read in English.
        Rows.change("update account set language = 'zh'");
    }

    @ParameterizedTest
    @CsvSource({
        "system.admin, 个直属海关没有机构管理员",
        "gacc.officer, 个直属海关没有协调员",
        "shenzhen.admin, 个隶属海关没有协调员",
        "shenzhen.admin, 人没有角色",
        "shenzhen.admin, 个角色将在 14 日内到期",
        "shenzhen.admin, 项代职安排即将结束",
        "system.admin, 封邮件发送失败",
        "system.admin, 个后台任务失败",
        "gacc.auditor, 条审计记录"
    })
    void numberOpensTheListOfExactlyThese(String login, String words) throws SQLException {
        prepare();
        Caller caller = Caller.signedIn(login);
        Item item = Item.read(caller, words);
        long rows = rows(caller, item.href());
        // What the server does by itself may come between the two pages.
        for (int i = 1; i < TRIES && rows != item.number(); i++) {
            item = Item.read(caller, words);
            rows = rows(caller, item.href());
        }
        assertThat(rows).as(item.href()).isEqualTo(item.number());
    }

    private record Item(String href, long number) {

        static Item read(Caller caller, String words) {
            Matcher item = Pattern.compile("href=\"([^\"]+)\">[^<0-9]*(?:近 7 日有 )?([0-9,]+) ?" + Pattern.quote(words))
                    .matcher(caller.get("/desk").body());
            assertThat(item.find()).as("%s for %s", words, caller).isTrue();
            return new Item(
                    item.group(1).replace("&amp;", "&"),
                    Long.parseLong(item.group(2).replace(",", "")));
        }
    }

    /** What the list of this address counts. */
    private static long rows(Caller caller, String href) {
        String csv = caller.get(
                        href.replaceFirst("([?]|$)", "/export?format=csv&").replaceFirst("&$", ""))
                .body();
        try (CSVParser lines = CSVParser.parse(csv, CSVFormat.DEFAULT)) {
            // A field may have several lines: what a mail server said, for one.
            return lines.stream().count() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare() throws SQLException {
        long house = Units.newHouse("5300");
        long person = Rows.number(
                "insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                        + " 'today.' || nextval('account_seq'), '样例', 'sample@example.test', id, org_path"
                        + " from unit where id = ? returning id",
                house);
        long assignment = Rows.number(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from, valid_to)"
                        + " select ?, 'HOUSE_OFFICER', id, org_path, ?, ? from unit where id = ? returning id",
                person,
                TODAY.minusDays(9),
                TODAY.plusDays(9),
                house);
        Rows.change(
                "insert into substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)"
                        + " select ?, ?, ?, org_path, ?, ? from unit where id = ?",
                assignment,
                person,
                Caller.account("shekou.officer"),
                TODAY,
                TODAY.plusDays(2),
                house);
        Rows.change(
                "insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                        + " 'today.' || nextval('account_seq'), '样例', 'sample@example.test', id, org_path"
                        + " from unit where id = ?",
                house);
        Rows.change("insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                + " body_html, org_path, status) values ('<today.' || nextval('mail_seq') || '@example.test>',"
                + " 'organization-substitution', 'zh', 's@example.test', '样例', '样例', '样例', '样例', '0000.', 'DEAD')");
        // Somebody gave a reason of two lines.
        Rows.all(
                "select audit_append('job.cancel', 'job', '1', '0000.', '{\"reason\": [null, \"a\\nb\"]}')::text as id");
        Rows.change("insert into job (kind, slot, org_path, status, error, started_at, finished_at, attempts) values"
                + " ('audit-verification', now() - random() * interval '1 hour', '0000.', 'FAILED',"
                + " 'job.problem.finished', now(), now(), 1)");
    }

    @Test
    void officerWithNothingWaitingIsTold() throws SQLException {
        long house = Units.newHouse("5300");
        String login = "idle." + house;
        Rows.change(
                "with person as (insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER', ?,"
                        + " '样例', 'sample@example.test', id, org_path from unit where id = ? returning id, unit_id, org_path)"
                        + " insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select id, 'HOUSE_OFFICER', unit_id, org_path, ? from person",
                login,
                house,
                TODAY.minusDays(30));
        String page = Caller.signedIn(login).get("/desk").body();
        assertThat(page).contains("今天没有待办", "/desk/substitutions");
    }

    @Test
    void substituteIsToldForHowLong() {
        String page = Caller.signedIn("shekou.officer").get("/desk").body();
        assertThat(page).contains("您正在代", "href=\"/acting\"");
    }

    @Test
    void houseOfficerIsNotToldOfThingsThatAreNotHisToDo() {
        String page = Caller.signedIn("dapeng.officer").get("/desk").body();
        assertThat(page).doesNotContain("发送失败", "没有协调员", "人没有角色");
    }
}
