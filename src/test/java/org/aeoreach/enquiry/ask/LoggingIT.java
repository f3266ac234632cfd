package org.aeoreach.enquiry.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What officers write down goes where the rules say: coordinator, who stands in for him, topic, turns, queue. */
@RunAsClient
class LoggingIT implements ServerTest {
    private static final String WORK =
            "select w.status, w.officer_id, e.org_path, v.facts ->> 'by' as why from enquiry e"
                    + " join enquiry_work w on w.enquiry_id = e.id join enquiry_event v on v.enquiry_id = e.id"
                    + " and v.kind = 'ARRIVED' where e.id = ?";

    private long absence;
    private long coordinated;

    @AfterEach
    void noRules() throws SQLException {
        Rows.change("delete from enquiry_routing");
        Rows.change("delete from enquiry_topic_officer");
        // Other absences that begin today are other tests'.
        Rows.change("delete from substitution where id = ?", absence);
        Rows.change("update enterprise set coordinator_id = null where id = ?", coordinated);
    }

    private static Rows.Row log(String more) throws SQLException {
        HttpResponse<String> answer = Caller.signedIn("shekou.officer")
                .json(
                        "POST",
                        "/api/v1/enquiries",
                        "{\"channel\":\"PHONE\",\"subject\":\"电话咨询\",\"body\":\"内容\",\"name\":\"来电人\",\"language\":\"ZH\","
                                + "\"priority\":2" + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String address = answer.headers().firstValue("Location").orElseThrow();
        return Rows.one(WORK, Long.parseLong(address.substring(address.lastIndexOf('/') + 1)));
    }

    private static String of(SampleEnterprise enterprise) {
        return ",\"enterpriseId\":" + enterprise.id();
    }

    @Test
    void waitsInTheQueueOfTheHouseWithoutARule() throws SQLException {
        Rows.Row work = log(of(SampleEnterprise.at("5304")));
        assertThat(work.text("org_path")).isEqualTo("0000.5300.5304.");
        assertThat(work.text("status")).isEqualTo("NEW");
        assertThat(work.text("why")).isEqualTo("QUEUE");
    }

    @Test
    void isHisWhoTakesItAtOnce() throws SQLException {
        Rows.Row work = log(",\"take\":true");
        assertThat(work.text("status")).isEqualTo("OPEN");
        assertThat(work.id("officer_id")).isEqualTo(Caller.account("shekou.officer"));
    }

    @Test
    void goesToTheCoordinatorAndInHisAbsenceToWhoStandsInForHim() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long coordinator = Caller.account("shekou.coordinator");
        long substitute = Caller.account("shekou.officer");
        coordinated = enterprise.id();
        Rows.change("update enterprise set coordinator_id = ? where id = ?", coordinator, coordinated);
        Rows.Row present = log(of(enterprise));
        assertThat(present.id("officer_id")).isEqualTo(coordinator);
        assertThat(present.text("why")).isEqualTo("COORDINATOR");
        LocalDate today = SampleEnterprise.today();
        absence = Rows.number(
                "insert into substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)"
                        + " select id, account_id, ?, org_path, ?, ? from role_assignment where account_id = ?"
                        + " and unit_id = ? and (valid_to is null or valid_to >= ?) returning id",
                substitute,
                today,
                today,
                coordinator,
                Units.id("5304"),
                today);
        Rows.Row absent = log(of(enterprise));
        assertThat(absent.id("officer_id")).isEqualTo(substitute);
        assertThat(absent.text("why")).isEqualTo("SUBSTITUTE");
    }

    @Test
    void goesToTheOfficerForItsTopicAndElseInTurns() throws SQLException {
        long house = Units.id("5304");
        String topic = Rows.one("select code from library_topic order by position limit 1")
                .text("code");
        long expert = Caller.account("shekou.officer");
        Rows.change(
                "insert into enquiry_topic_officer select id, org_path, ?, ? from unit where id = ?",
                topic,
                expert,
                house);
        Rows.change(
                "insert into enquiry_routing (unit_id, org_path, spread) select id, org_path, 'ROUND_ROBIN' from unit"
                        + " where id = ?",
                house);
        Rows.Row known = log(",\"topic\":\"" + topic + "\"");
        assertThat(known.id("officer_id")).isEqualTo(expert);
        assertThat(known.text("why")).isEqualTo("TOPIC");
        Rows.Row first = log("");
        Rows.Row second = log("");
        assertThat(first.text("why")).isEqualTo("ROUND_ROBIN");
        assertThat(second.id("officer_id")).isNotEqualTo(first.id("officer_id"));
    }

    @Test
    void refusesAnEnterpriseOfAnotherUnitAndAnUnknownAsker() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        String head = "{\"channel\":\"PHONE\",\"subject\":\"x\",\"body\":\"x\",\"language\":\"ZH\",\"priority\":2";
        SampleEnterprise elsewhere = SampleEnterprise.at("2210");
        assertThat(officer.json("POST", "/api/v1/enquiries", head + ",\"name\":\"x\"" + of(elsewhere) + "}")
                        .body())
                .contains("\"field\":\"enterpriseId\"");
        assertThat(officer.json("POST", "/api/v1/enquiries", head + "}").body()).contains("\"field\":\"name\"");
    }

    @Test
    void suggestsTheTopicOfTheTextAndThePersonsOfTheEnterprise() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis) select id,"
                        + " unit_id, org_path, '联系人甲', 'OUTREACH', 'PUBLISHED' from enterprise where id = ?",
                enterprise.id());
        Caller officer = Caller.signedIn("shekou.officer");
        HttpResponse<String> page = officer.get("/desk/enquiries/new?enterprise=" + enterprise.id());
        assertThat(page.body()).contains("联系人甲", "样本企业" + enterprise.code());
        HttpResponse<String> part =
                officer.form("/desk/enquiries/new/part", Map.of("subject", "申请高级认证企业的条件", "body", "需要什么条件？"));
        assertThat(part.body()).contains("根据内容推荐");
    }

    @Test
    void isSeenByTheUsersOfTheEnterpriseOnlyWhereTheOfficerSaysSo() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller boss = enterprise.user("boss", SampleEnterprise.ALL);
        boss.form("/portal/my/enquiries/sharing", Map.of("shared", "true", "version", "0"));
        log(of(enterprise));
        log(of(enterprise) + ",\"forColleagues\":true");
        assertThat(Rows.all(
                        "select for_colleagues::text as it from enquiry where enterprise_id = ? order by id",
                        enterprise.id()))
                .extracting(row -> row.text("it"))
                .containsExactly("false", "true");
        assertThat(Jsoup.parse(boss.get("/portal/my/enquiries").body()).text().split("电话咨询", -1))
                .as("one of the two is listed")
                .hasSize(2);
    }
}
