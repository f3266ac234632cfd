package org.aeoreach.mail.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What letters of a unit come from, and who says so. */
@RunAsClient
class SenderIT implements ServerTest {

    private static final String PATH = "/desk/mail/senders/new";
    private static final String HOUSE = "0000.5300.5304.";

    private final Caller district = Caller.signedIn("shenzhen.admin");

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from mail_sender");
    }

    private static long unit(String code) throws SQLException {
        return Rows.number("select id from unit where code = ?", code);
    }

    private Map<String, String> wanted(String code, String address) throws SQLException {
        Map<String, String> wanted = new HashMap<>(Map.of(
                "unitId",
                Long.toString(unit(code)),
                "validFrom",
                Rows.one("select china_day()::text as d").text("d"),
                "address",
                address,
                "nameZh",
                "深圳海关",
                "nameEn",
                "Shenzhen Customs"));
        return wanted;
    }

    private int set(Map<String, String> wanted) {
        return district.form(PATH, wanted).statusCode();
    }

    private static List<String> holds(String path, String language) throws SQLException {
        return Rows.all("select address || ' ' || name as s from mail_sender_of(?, ?)", path, language).stream()
                .map(row -> row.text("s"))
                .toList();
    }

    @Test
    void refusesAnAddressOutsideTheConfiguredDomainsAndNamesThem() throws SQLException {
        for (String address : List.of("aeo@example.org", "aeo@sub.customs.example", "aeo@customs.example.evil.test")) {
            HttpResponse<String> answer = district.form(PATH, wanted("5304", address));
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.body()).contains("customs.example").contains("value=\"" + address + "\"");
        }
        assertThat(Rows.number("select count(*) from mail_sender")).isZero();
    }

    @Test
    void takesNothingThatCouldBecomeAHeaderOfItsOwn() throws SQLException {
        for (String address : List.of(
                "a@customs.example\r\nBcc: b@example.org",
                "a@customs.example, b@customs.example",
                "\"a b\"@customs.example",
                "<a@customs.example>")) {
            assertThat(set(wanted("5304", address))).as(address).isEqualTo(400);
        }
        for (String field : List.of("nameZh", "nameEn")) {
            Map<String, String> wanted = wanted("5304", "aeo@customs.example");
            wanted.put(field, "x\r\nBcc: b@example.org");
            assertThat(set(wanted)).as(field).isEqualTo(400);
            wanted.put(field, "x\u202Egro");
            assertThat(set(wanted)).as(field).isEqualTo(400);
            wanted.put(field, " ");
            assertThat(set(wanted)).as(field).isEqualTo(400);
        }
        assertThat(Rows.number("select count(*) from mail_sender")).isZero();
    }

    @Test
    void holdsFromItsDayForTheUnitAndThoseBelowUntilTheyHaveTheirOwn() throws SQLException {
        assertThat(holds(HOUSE, "zh")).as("the configured one").isEmpty();
        assertThat(set(wanted("5300", "AEO@customs.example"))).isEqualTo(303);
        assertThat(holds(HOUSE, "zh")).containsExactly("aeo@customs.example 深圳海关");
        assertThat(holds(HOUSE, "en")).containsExactly("aeo@customs.example Shenzhen Customs");
        assertThat(holds("0000.2200.", "zh")).isEmpty();
        Map<String, String> tomorrow = wanted("5304", "shekou@customs.example");
        tomorrow.put(
                "validFrom", Rows.one("select (china_day() + 1)::text as d").text("d"));
        assertThat(set(tomorrow)).isEqualTo(303);
        assertThat(holds(HOUSE, "zh")).as("not yet").containsExactly("aeo@customs.example 深圳海关");
        assertThat(set(wanted("5304", "shekou@customs.example"))).isEqualTo(303);
        assertThat(holds(HOUSE, "zh")).containsExactly("shekou@customs.example 深圳海关");
        Map<String, String> inherited = wanted("5304", "");
        inherited.put("nameZh", "");
        inherited.put("nameEn", "");
        inherited.put("inherited", "true");
        assertThat(set(inherited)).isEqualTo(303);
        assertThat(holds(HOUSE, "zh")).containsExactly("aeo@customs.example 深圳海关");
    }

    @Test
    void isForTheUnitsTheViewerWritesForAndNoDayThatIsOver() throws SQLException {
        assertThat(set(wanted("2200", "aeo@customs.example"))).isEqualTo(400);
        Map<String, String> yesterday = wanted("5304", "aeo@customs.example");
        yesterday.put(
                "validFrom", Rows.one("select (china_day() - 1)::text as d").text("d"));
        assertThat(set(yesterday)).isEqualTo(400);
        assertThat(set(wanted("5300", "aeo@customs.example"))).isEqualTo(303);
        assertThat(district.get("/desk/mail/senders").body()).contains("aeo@customs.example");
        Caller below = Caller.signedIn("shekou.admin");
        assertThat(below.get("/api/v1/mail/senders").body()).doesNotContain("aeo@customs.example");
        assertThat(below.form(PATH, wanted("5300", "mine@customs.example")).statusCode())
                .isEqualTo(400);
    }
}
