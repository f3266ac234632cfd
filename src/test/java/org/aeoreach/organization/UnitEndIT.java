package org.aeoreach.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing and merging units from their pages: what stands in the way is said, and nobody is lost. */
@RunAsClient
class UnitEndIT implements ServerTest {

    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    private Caller admin;
    private long house;

    @BeforeEach
    void prepare() throws SQLException {
        Rows.change("delete from rate_counter");
        // Whoever went before may have read in English.
        Rows.change("update account set language = 'zh'");
        admin = Caller.signedIn("shenzhen.admin");
        house = Units.newHouse("5300");
    }

    private static long officer(long home) throws SQLException {
        return Rows.number(
                "insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                        + " 'ends.' || nextval('account_seq'), '样例', 'sample@example.test', id, org_path"
                        + " from unit where id = ? returning id",
                home);
    }

    private static void role(long person, long unit, LocalDate from, @Nullable String until) throws SQLException {
        Rows.change(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from, valid_to)"
                        + " select ?, 'HOUSE_OFFICER', id, org_path, ?, cast(? as date) from unit where id = ?",
                person,
                from,
                until,
                unit);
    }

    private HttpResponse<String> post(long unit, String what, Map<String, String> fields) {
        return admin.form("/desk/units/" + unit + "/" + what, fields);
    }

    private Map<String, String> merger(long successor) {
        return Map.of("version", "0", "successorId", Long.toString(successor), "from", TODAY.toString());
    }

    @Test
    void mergerKeepsTheEndOfARoleAndMovesHomes() throws SQLException {
        long successor = Units.newHouse("5300");
        long person = officer(house);
        role(person, house, TODAY.minusDays(20), TODAY.plusDays(20).toString());
        assertThat(admin.get("/desk/units/" + house + "/merger").body()).contains("1 人的角色自合并之日起转入承接机构");
        assertThat(post(house, "merger", merger(successor)).statusCode()).isEqualTo(303);
        Rows.Row moved = Rows.one(
                "select valid_from, valid_to from role_assignment where account_id = ? and unit_id = ?",
                person,
                successor);
        assertThat(moved.text("valid_from")).isEqualTo(TODAY.toString());
        assertThat(moved.text("valid_to")).isEqualTo(TODAY.plusDays(20).toString());
        assertThat(Rows.number("select unit_id from account where id = ?", person))
                .isEqualTo(successor);
    }

    @Test
    void mergerOfAPersonWhoHoldsTheRoleInBothEndsOne() throws SQLException {
        long successor = Units.newHouse("5300");
        long person = officer(house);
        role(person, house, TODAY.minusDays(20), null);
        role(person, successor, TODAY.minusDays(10), null);
        assertThat(post(house, "merger", merger(successor)).statusCode()).isEqualTo(303);
        assertThat(Rows.number("select count(*) from acting_roles(?, cast(? as date))", person, TODAY.toString()))
                .isOne();
    }

    @Test
    void roleThatHasYetToBeginBeginsInTheSuccessor() throws SQLException {
        long successor = Units.newHouse("5300");
        long person = officer(house);
        role(person, house, TODAY.plusDays(7), null);
        post(house, "merger", merger(successor));
        assertThat(Rows.one(
                                "select valid_from from role_assignment where account_id = ? and unit_id = ?",
                                person,
                                successor)
                        .text("valid_from"))
                .isEqualTo(TODAY.plusDays(7).toString());
        assertThat(Rows.number(
                        "select count(*) from role_assignment where unit_id = ? and (valid_to is null or valid_to >= valid_from)",
                        house))
                .isZero();
    }

    @Test
    void mergerIntoItselfIsToldBesideTheFieldAndKeepsTheDay() throws SQLException {
        HttpResponse<String> page = post(house, "merger", merger(house));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("id=\"successorId-error\"", "请选择同一层级、未撤销的其他机构", "value=\"" + TODAY + "\"");
        assertThat(post(house, "merger", merger(Units.id("5300"))).statusCode()).isEqualTo(409);
        assertThat(Rows.number("select count(*) from unit where id = ? and closed_on is null", house))
                .isOne();
    }

    @Test
    void unitOfSomebodyElseIsNoSuccessor() throws SQLException {
        long foreign = Units.newHouse("2200");
        assertThat(post(house, "merger", merger(foreign)).statusCode()).isEqualTo(403);
        assertThat(admin.get("/desk/units/" + house + "/merger").body())
                .doesNotContain("<option value=\"" + foreign + "\"");
    }

    @Test
    void pageSaysWhyAUnitCannotBeClosedYetAndLeadsThere() throws SQLException {
        long shekou = Units.id("5304");
        String page = admin.get("/desk/units/" + shekou + "/closure").body();
        assertThat(page).contains("目前不能撤销", "href=\"/desk/roles?unit=5304").doesNotContain("name=\"closedOn\"");
        Map<String, String> forced = Map.of("version", "0", "closedOn", TODAY.toString());
        assertThat(post(shekou, "closure", forced).statusCode()).isEqualTo(409);
        assertThat(Rows.number("select count(*) from unit where id = ? and closed_on is null", shekou))
                .isOne();
    }

    @Test
    void roleThatOutlastsTheClosingStandsInItsWayEvenWhenItHasYetToBegin() throws SQLException {
        role(officer(house), house, TODAY.plusDays(7), null);
        Map<String, String> closure = Map.of("version", "0", "closedOn", TODAY.toString());
        assertThat(post(house, "closure", closure).statusCode()).isEqualTo(409);
    }

    @Test
    void districtWithOpenHousesIsNotClosedThoughNobodyWorksThere() throws SQLException {
        admin = Caller.signedIn("system.admin");
        long district = Units.id("0500");
        Units.newHouse("0500");
        long version = Rows.number("select version from unit where id = ?", district);
        Map<String, String> closure = Map.of("version", Long.toString(version), "closedOn", TODAY.toString());
        assertThat(post(district, "closure", closure).statusCode()).isEqualTo(409);
        assertThat(Rows.number("select count(*) from unit where id = ? and closed_on is null", district))
                .isOne();
    }

    @Test
    void secondSendingOfAClosureChangesNothing() throws SQLException {
        Map<String, String> closure = Map.of("version", "0", "closedOn", TODAY.toString());
        assertThat(post(house, "closure", closure).statusCode()).isEqualTo(303);
        assertThat(post(house, "closure", closure).statusCode()).isEqualTo(409);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'organization.close-unit' and record_id = ?",
                        Long.toString(house)))
                .isOne();
    }

    @Test
    void unitIsNotClosedBeforeItWasOpened() throws SQLException {
        Rows.change("update unit set opened_on = ? where id = ?", TODAY.minusDays(5), house);
        Map<String, String> early =
                Map.of("version", "0", "closedOn", TODAY.minusDays(6).toString());
        HttpResponse<String> page = post(house, "closure", early);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("closedOn-error");
    }

    @Test
    void pagesOfAForeignUnitAreRefusedOrNotFound() throws SQLException {
        Caller sister = Caller.signedIn("shekou.admin");
        String dapeng = "/desk/units/" + Units.id("5316");
        for (String action : new String[] {"/name", "/closure", "/merger", "/houses"}) {
            assertThat(sister.get(dapeng + action).statusCode()).as(action).isEqualTo(403);
        }
        assertThat(sister.get(dapeng + "/people").statusCode()).isEqualTo(404);
        assertThat(sister.get(dapeng + "/timeline").statusCode()).isEqualTo(404);
        assertThat(sister.get(dapeng).body()).doesNotContain("/closure\"", dapeng + "/people");
    }

    @Test
    void treeFindsAUnitByTheNameItOnceHad() throws SQLException {
        Map<String, String> renaming = Map.of("version", "0", "nameZh", "今名海关", "validFrom", TODAY.toString());
        Rows.change("update unit_name set zh = '旧时海关' where unit_id = ?", house);
        assertThat(post(house, "name", renaming).statusCode()).isEqualTo(303);
        String page = admin.get("/desk/units?q=%E6%97%A7%E6%97%B6").body();
        assertThat(page).contains("今名海关", "曾用名：", "旧时海关", "深圳海关").doesNotContain("蛇口海关");
    }
}
