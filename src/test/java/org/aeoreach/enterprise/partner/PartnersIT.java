package org.aeoreach.enterprise.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Partner organisations of units above are read by those below, and changed by nobody below. */
@RunAsClient
class PartnersIT implements ServerTest {

    private static final String PARTNER = "{\"kind\":\"CHAMBER\",\"nameZh\":\"%s\",\"economy\":\"CN\"}";

    private final Caller shekou = Caller.signedIn("shekou.officer");

    private static long kept(String unit, String name) throws SQLException {
        return Rows.number(
                "insert into partner_organisation (kind, unit_id, org_path, name_zh) select 'CHAMBER', id, org_path, ?"
                        + " from unit where code = ? returning id",
                name,
                unit);
    }

    @Test
    void unitsBelowReadWhatAUnitAboveKeeps() throws SQLException {
        long gacc = kept("0000", "全国样本商会");
        long district = kept("5300", "深圳样本商会");
        Rows.change(
                "insert into contact_person (partner_id, unit_id, org_path, name_zh, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '商会机密联系人', 'COOPERATION', 'PUBLISHED'"
                        + " from partner_organisation where id = ?",
                district);
        Rows.change("update partner_organisation set note = '会长不便接电话' where id = ?", district);
        assertThat(shekou.get("/desk/partners?q=样本商会").body()).contains("全国样本商会", "深圳样本商会");
        for (long id : new long[] {gacc, district}) {
            assertThat(shekou.get("/api/v1/partners/" + id).statusCode()).isEqualTo(200);
            String page = shekou.get("/desk/partners/" + id).body();
            assertThat(page).contains("本机构只能查看").doesNotContain("/particulars", "/end\"", "商会机密联系人", "会长不便");
            assertThat(shekou.get("/api/v1/partners/" + id).body()).doesNotContain("会长不便");
        }
        assertThat(shekou.get("/api/v1/partners/" + district + "/people").statusCode())
                .isEqualTo(404);
        assertThat(Caller.signedIn("shenzhen.officer")
                        .get("/desk/partners/" + district)
                        .body())
                .contains("/particulars", "商会机密联系人", "会长不便");
    }

    @Test
    void nobodyBelowChangesIt() throws SQLException {
        long id = kept("5300", "深圳不变商会");
        String rest = "/api/v1/partners/" + id;
        assertThat(shekou.json("PUT", rest, PARTNER.formatted("改名商会"), "If-Match", "\"v0\"")
                        .statusCode())
                .isEqualTo(404);
        assertThat(shekou.json("POST", rest + "/end", "", "If-Match", "\"v0\"").statusCode())
                .isEqualTo(404);
        assertThat(shekou.json(
                                "POST",
                                rest + "/people",
                                "{\"nameZh\":\"某人\",\"role\":\"OTHER\",\"language\":\"ZH\",\"purpose\":\"COOPERATION\","
                                        + "\"legalBasis\":\"PUBLISHED\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(shekou.get("/desk/partners/" + id + "/particulars").statusCode())
                .isEqualTo(404);
        Rows.Row now = Rows.one("select name_zh, version from partner_organisation where id = ?", id);
        assertThat(now.text("name_zh") + now.id("version")).isEqualTo("深圳不变商会0");
        assertThat(Rows.number("select count(*) from contact_person where partner_id = ?", id))
                .isZero();
    }

    @Test
    void whatASisterOrAUnitBelowKeepsStaysTheirs() throws SQLException {
        long sister = kept("5316", "大鹏样本商会");
        long shanghai = kept("2200", "上海样本商会");
        for (long id : new long[] {sister, shanghai}) {
            assertThat(shekou.get("/api/v1/partners/" + id).statusCode()).isEqualTo(404);
        }
        assertThat(shekou.get("/desk/partners?q=样本商会").body()).doesNotContain("大鹏样本商会", "上海样本商会");
        assertThat(Reply.of(Caller.signedIn("shenzhen.officer").get("/api/v1/partners/" + sister))
                        .body()
                        .getString("nameZh"))
                .isEqualTo("大鹏样本商会");
    }
}
