package org.aeoreach.enterprise.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who enters an enterprise that is there already, or one with nearly the same name, is told and may go on. */
@RunAsClient
class NearNamesIT implements ServerTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Caller shekou = Caller.signedIn("shekou.officer");

    @BeforeEach
    void nobodyAskedTooMuch() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    /** One that the search knows already. */
    private static SampleEnterprise named(String house, String nameZh, String nameEn) throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at(house);
        Rows.change("update enterprise set name_zh = ?, name_en = ? where id = ?", nameZh, nameEn, enterprise.id());
        Caller all = Caller.signedIn("gacc.officer");
        for (int i = 0; i < 100; i++) {
            Rows.change("delete from rate_counter");
            // Its beginning would be read in the database; only the index knows a part of it.
            String part = URLEncoder.encode(nameZh.substring(2), StandardCharsets.UTF_8);
            String found = all.get("/api/v1/enterprises/search?q=" + part).body();
            if (found.contains(enterprise.code()) && found.contains("\"TYPED\"")) {
                return enterprise;
            }
            LockSupport.parkNanos(100_000_000L);
        }
        throw new AssertionError("the search does not find " + nameZh);
    }

    private static String code() {
        return "530466" + "%04d".formatted(COUNT.incrementAndGet());
    }

    private Reply enter(String name, String more) {
        return Reply.of(shekou.json(
                "POST",
                "/api/v1/enterprises",
                "{\"nameZh\":\"" + name + "\",\"customsCode\":\"" + code() + "\"" + more + "}"));
    }

    @Test
    void namesThoseOfTheDistrictAndLetsTheOfficerGoOn() throws SQLException {
        SampleEnterprise near = named("5304", "深圳琥珀岛供应链管理有限公司", "Shenzhen Amberisle Supply Chain Co., Ltd.");
        Reply refused = enter("深圳市琥珀道供应链管理股份有限公司", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().getString("type")).isEqualTo("/problems/near-name");
        JsonObject candidate = refused.body().getJsonArray("candidates").getJsonObject(0);
        assertThat(candidate.getJsonNumber("id").longValue()).isEqualTo(near.id());
        assertThat(candidate.getString("code")).isEqualTo(near.code());
        assertThat(candidate.getString("houseZh")).isEqualTo("蛇口海关");
        assertThat(candidate.getString("reason")).isEqualTo("NEAR");
        assertThat(candidate.getString("href")).isEqualTo("/desk/enterprises/" + near.id());
        assertThat(enter("深圳市琥珀道供应链管理股份有限公司", ",\"despite\":[" + (near.id() + 1) + "]")
                        .status())
                .as("another one known")
                .isEqualTo(409);
        Reply entered = enter("深圳市琥珀道供应链管理股份有限公司", ",\"despite\":[" + near.id() + "]");
        assertThat(entered.status()).isEqualTo(201);
        long id = entered.body().getJsonObject("enterprise").getJsonNumber("id").longValue();
        assertThat(Rows.number(
                        "select count(*) from enterprise_duplicate where first_id = ? and second_id = ?"
                                + " and dismissed_at is not null",
                        Math.min(id, near.id()),
                        Math.max(id, near.id())))
                .as("known to be two")
                .isEqualTo(1);
        assertThat(Rows.one(
                                "select changes::text as changes from audit_entry where action = 'enterprise.enter'"
                                        + " and record_id = ?",
                                "" + id)
                        .text("changes"))
                .contains("\"despite\"", "" + near.id());
    }

    @Test
    void theEnglishNameCountsToo() throws SQLException {
        named("5304", "深圳远望谷乐器有限公司", "Shenzhen Farview Musical Instruments Co., Ltd.");
        Reply refused = enter("蛇口弦歌制琴有限公司", ",\"nameEn\":\"SHENZHEN FARVIEV MUSICAL INSTRUMENTS LIMITED\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().getJsonArray("candidates").getJsonObject(0).getString("reason"))
                .isEqualTo("NEAR_EN");
    }

    @Test
    void thePageKeepsWhatWasTypedAndGoesOn() throws SQLException {
        SampleEnterprise near = named("5304", "深圳翡翠湾冷链物流有限公司", "");
        String code = code();
        Map<String, String> typed = Map.of("nameZh", "深圳翡翠弯冷链物流有限公司", "customsCode", code, "addressZh", "蛇口工业七路");
        HttpResponse<String> warned = shekou.form("/desk/enterprises/new", typed);
        assertThat(warned.statusCode()).isEqualTo(409);
        assertThat(warned.body())
                .contains("同一关区已有名称相近的企业", "翡翠湾冷链", near.code(), "/desk/enterprises/" + near.id())
                .contains("value=\"深圳翡翠弯冷链物流有限公司\"", "value=\"" + code + "\"", "value=\"蛇口工业七路\"")
                .contains("不是同一家，仍然登记", "name=\"despite\" value=\"" + near.id() + "\"");
        HttpResponse<String> entered = shekou.form(
                "/desk/enterprises/new",
                Map.of("nameZh", "深圳翡翠弯冷链物流有限公司", "customsCode", code, "despite", "" + near.id()));
        assertThat(entered.statusCode()).isEqualTo(303);
    }

    /** Another district has its own names; another house's enterprise is named only to who sees it. */
    @Test
    void namesOnlyWhatLiesInTheDistrictAndTheRange() throws SQLException {
        SampleEnterprise shanghai = named("2210", "深圳玛瑙湖精密仪器有限公司", "");
        SampleEnterprise dapeng = named("5316", "深圳玛瑙河精密仪器有限公司", "");
        assertThat(enter("深圳玛瑙潮精密仪器有限公司", "").status()).as("neither is his").isEqualTo(201);
        Caller district = Caller.signedIn("shenzhen.officer");
        Reply told = Reply.of(district.json(
                "POST",
                "/api/v1/enterprises",
                "{\"nameZh\":\"深圳玛瑙溪精密仪器有限公司\",\"customsCode\":\"" + code() + "\",\"unitId\":" + Units.id("5304")
                        + "}"));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body().getJsonArray("candidates").toString())
                .contains("" + dapeng.id())
                .doesNotContain("" + shanghai.id());
    }

    @Test
    void theSameCodeLeadsToTheRecordForWhoMaySeeIt() throws SQLException {
        SampleEnterprise here = SampleEnterprise.at("5304");
        Reply refused = Reply.of(shekou.json(
                "POST", "/api/v1/enterprises", "{\"nameZh\":\"蛇口同码企业\",\"customsCode\":\"" + here.code() + "\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field(0)).isEqualTo("customsCode");
        assertThat(refused.body().getJsonArray("candidates").getJsonObject(0).getString("href"))
                .isEqualTo("/desk/enterprises/" + here.id());
        assertThat(shekou.form("/desk/enterprises/new", Map.of("nameZh", "蛇口同码企业", "customsCode", here.code()))
                        .body())
                .contains("该代码已属于这家企业", "href=\"/desk/enterprises/" + here.id() + "\"");
        SampleEnterprise there = SampleEnterprise.at("5316");
        Reply hidden = Reply.of(shekou.json(
                "POST",
                "/api/v1/enterprises",
                "{\"nameZh\":\"蛇口同码企业\",\"customsCode\":\"" + there.code() + "\",\"unitId\":" + Units.id("5304")
                        + "}"));
        assertThat(hidden.status()).isEqualTo(400);
        assertThat(hidden.body().containsKey("candidates")).isFalse();
        assertThat(hidden.body().toString()).doesNotContain("" + there.id());
    }
}
