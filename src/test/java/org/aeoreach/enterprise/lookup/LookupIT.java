package org.aeoreach.enterprise.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Enterprises are found on pages, in pickers, lists and over REST, by their own houses and those above. */
@RunAsClient
class LookupIT implements ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static String found(Caller caller, String path, String text) {
        return caller.get(path + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .body();
    }

    /** A name nobody else has: its letters are not those of the demonstration's. */
    private static SampleEnterprise named(String house, String name) throws SQLException {
        SampleEnterprise sample = SampleEnterprise.at(house);
        Rows.change("update enterprise set name_zh = ?, name_en = null where id = ?", name, sample.id());
        return sample;
    }

    private static void await(Caller caller, String text, String code) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!found(caller, "/api/v1/enterprises/search?q=", text).contains(code)) {
            assertThat(Instant.now()).as("%s is not found by %s", code, text).isBefore(end);
            Thread.sleep(200);
        }
    }

    @Test
    void isFoundEverywhereByPartAndPinyin() throws Exception {
        SampleEnterprise sample = named("5304", "深圳市皓曜翡翠贸易有限公司");
        Caller officer = Caller.signedIn("shekou.officer");
        await(officer, "皓曜", sample.code());
        for (String text : new String[] {"曜翡", "hyfc", "haoyao", "皓耀翡翠", sample.code()}) {
            assertThat(found(officer, "/api/v1/enterprises/search?q=", text))
                    .as(text)
                    .contains(sample.code());
            assertThat(found(officer, "/desk/search?q=", text))
                    .as(text)
                    .contains("/desk/enterprises/" + sample.id() + "\"");
            assertThat(found(officer, "/desk/pick/enterprises?q=", text))
                    .as(text)
                    .contains(sample.code());
            assertThat(found(officer, "/desk/enterprises?q=", text)).as(text).contains(sample.code());
        }
        assertThat(found(officer, "/desk/search?q=", "曜翡")).contains("<mark>曜翡</mark>");
    }

    @Test
    void isNotFoundByAHouseOfAnotherDistrict() throws Exception {
        SampleEnterprise sample = named("5304", "深圳市玥琅琥珀贸易有限公司");
        await(Caller.signedIn("shekou.officer"), "玥琅", sample.code());
        for (String login : new String[] {"pudong.officer", "dapeng.officer", "electronics.user"}) {
            Caller other = Caller.signedIn(login);
            for (String path : new String[] {
                "/api/v1/enterprises/search?q=", "/desk/search?q=", "/desk/pick/enterprises?q=", "/desk/enterprises?q="
            }) {
                assertThat(found(other, path, "玥琅琥珀"))
                        .as(login + path)
                        .doesNotContain(sample.code())
                        .doesNotContain("贸易有限公司");
            }
        }
    }

    /** Of more matches than a list takes the closest are looked through, and the page says so. */
    @Test
    void aListOfMoreThanItTakesSaysSo() throws Exception {
        Caller officer = Caller.signedIn("shekou.officer");
        Rows.change("insert into enterprise (name_zh, unit_id, org_path, source) select '璨璘翀企业' || n, u.id, u.org_path,"
                + " 'many' from unit u, generate_series(1, 20001) n where u.code = '5304'");
        try {
            Instant end = Instant.now().plus(PATIENCE);
            while (!found(officer, "/desk/enterprises?q=", "璨璘翀").contains("超过 20,000 家")) {
                assertThat(Instant.now()).as("the list says that it is cut").isBefore(end);
                Rows.change("delete from rate_counter");
                Thread.sleep(500);
            }
            assertThat(found(officer, "/desk/touchpoints?q=", "璨璘翀")).contains("超过 200 家");
            assertThat(found(officer, "/api/v1/enterprises?q=", "璨璘翀")).contains("\"notice\":\"", "超过 20,000 家");
            assertThat(noticeOfFile(officer, "/desk/touchpoints/export?format=csv&q=璨璘翀"))
                    .contains("超过 200 家");
            assertThat(noticeOfFile(officer, "/desk/touchpoints/export?format=csv&q=璨璘翀企业12345"))
                    .isEmpty();
            assertThat(found(officer, "/api/v1/enterprises?q=", "璨璘翀企业12345")).doesNotContain("\"notice\"");
            for (String path : new String[] {"/desk/enterprises?q=", "/desk/touchpoints?q="}) {
                assertThat(found(officer, path, "璨璘翀企业12345")).doesNotContain("超过");
            }
        } finally {
            Rows.change("delete from enterprise where source = 'many'");
        }
    }

    /** What stands beside a file, since the file itself is exactly what is shown. */
    private static String noticeOfFile(Caller caller, String path) {
        HttpResponse<String> file = caller.get(
                path.replaceAll("q=.*", "q=") + URLEncoder.encode(path.replaceAll(".*q=", ""), StandardCharsets.UTF_8));
        assertThat(file.statusCode()).isEqualTo(200);
        String notice = file.headers().firstValue("List-Notice").orElse("");
        assertThat(notice).matches("(UTF-8''[\\w.%-]+)?");
        return URLDecoder.decode(notice, StandardCharsets.UTF_8);
    }

    @Test
    void leavesTheOldHouseWithItsTransferAtOnce() throws Exception {
        SampleEnterprise sample = named("5304", "深圳市璟珑砗磲贸易有限公司");
        Caller old = Caller.signedIn("shekou.officer");
        await(old, "璟珑", sample.code());
        Rows.change(
                "update enterprise e set unit_id = u.id, org_path = u.org_path from unit u where u.id = ? and e.id = ?",
                Units.id("5316"),
                sample.id());
        assertThat(found(old, "/api/v1/enterprises/search?q=", "璟珑")).doesNotContain(sample.code());
        await(Caller.signedIn("dapeng.officer"), "璟珑", sample.code());
    }

    @Test
    void peopleAndPartnersAreFoundByNameInTheirRangeUntilTheyAreErased() throws Exception {
        SampleEnterprise sample = SampleEnterprise.at("5304");
        long person = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, name_en, phone, mail, purpose,"
                        + " legal_basis) select id, unit_id, org_path, '欧阳璎珞', 'Ouyang Yingluo', '0755-8899', 'y@x.test',"
                        + " 'OUTREACH', 'STATUTORY_DUTY' from enterprise where id = ? returning id",
                sample.id());
        long partner = Rows.number(
                "insert into partner_organisation (kind, unit_id, org_path, name_zh) select 'CHAMBER', id, org_path,"
                        + " '璎珞流苏行业协会' from unit where code = '5300' returning id");
        Caller above = Caller.signedIn("shenzhen.officer");
        awaitIn(above, "璎珞", "/desk/contacts/" + person + "\"");
        awaitIn(above, "璎珞", "/desk/partners/" + partner + "\"");
        for (String text : new String[] {"欧阳璎珞", "oyyl", "ouyang", "yingluo"}) {
            assertThat(found(above, "/desk/search?q=", text)).as(text).contains("/desk/contacts/" + person + "\"");
        }
        assertThat(found(above, "/api/v1/registry-search?q=", "璎珞"))
                .contains("\"id\":" + person + ",", "\"id\":" + partner + ",", "样本企业" + sample.code());
        assertThat(found(above, "/desk/search?part=PARTNERS&q=", "璎珞"))
                .contains("/desk/partners/" + partner + "\"")
                .doesNotContain("/desk/contacts/" + person + "\"");
        for (String text : new String[] {"0755-8899", "y@x.test"}) {
            assertThat(found(above, "/api/v1/registry-search?q=", text))
                    .as("names only")
                    .doesNotContain("欧阳");
        }
        assertThat(found(Caller.signedIn("shekou.officer"), "/desk/search?q=", "欧阳璎珞"))
                .contains("/desk/contacts/" + person + "\"");
        for (String login : new String[] {"pudong.officer", "dapeng.officer", "electronics.user"}) {
            for (String path : new String[] {"/desk/search?q=", "/api/v1/registry-search?q="}) {
                // The association the district keeps is there to be read by its houses, and sounds alike.
                assertThat(found(Caller.signedIn(login), path, "欧阳璎珞").replaceAll("\"partners\":\\{[^}]*}]", ""))
                        .as(login + path)
                        // The partner may have the same number.
                        .doesNotContain("contacts/" + person, "Ouyang", "\"id\":" + person + ",\"nameEn\"");
            }
        }
        assertThat(found(Caller.signedIn("pudong.officer"), "/api/v1/registry-search?q=", "璎珞"))
                .contains("\"list\":[],\"more\":false")
                .doesNotContain("璎珞流苏");
        Rows.change(
                "update contact_person set name_zh = '***', name_en = null, erased_at = now() where id = ?", person);
        Instant end = Instant.now().plus(PATIENCE);
        while (found(above, "/desk/search?q=", "oyyl").contains("/desk/contacts/" + person)) {
            assertThat(Instant.now()).as("still found after erasure").isBefore(end);
            Thread.sleep(200);
        }
    }

    private static void awaitIn(Caller caller, String text, String link) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!found(caller, "/desk/search?q=", text).contains(link)) {
            assertThat(Instant.now()).as("%s is not found by %s", link, text).isBefore(end);
            Thread.sleep(200);
        }
    }

    @Test
    void refusesTextsWithoutEnd() {
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(officer.get("/desk/search?q=" + "a".repeat(101)).statusCode())
                .isEqualTo(400);
        assertThat(officer.get("/api/v1/enterprises/search?q=a&limit=0").statusCode())
                .isEqualTo(400);
        assertThat(officer.get("/desk/search?q=%00%22%27%2A%28").statusCode()).isLessThan(500);
    }
}
