package org.aeoreach.enterprise.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of an enterprise shows that its people were written to, and not what they alone should read. */
@RunAsClient
class LetterTimelineIT implements ServerTest {

    private final Caller shekou = Caller.signedIn("shekou.officer");

    @BeforeEach
    void noLetters() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
        Rows.change("update account set language = 'zh' where login in ('shekou.officer', 'dapeng.officer')");
    }

    private void tellOfCoordinator(SampleEnterprise enterprise) {
        assertThat(Caller.signedIn("shekou.admin")
                        .json(
                                "POST",
                                "/api/v1/coordinations",
                                "{\"enterpriseIds\":[" + enterprise.id() + "],\"accountId\":"
                                        + Caller.account("shekou.coordinator")
                                        + ",\"part\":\"COORDINATOR\",\"tell\":true}")
                        .statusCode())
                .isBetween(200, 201);
    }

    private static String page(SampleEnterprise enterprise, String kind) {
        return "/desk/enterprises/" + enterprise.id() + "/history" + kind;
    }

    @Test
    void namesWhoWasWrittenToAboutWhatAndHowFarItCame() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnterprise other = SampleEnterprise.at("5304");
        tellOfCoordinator(enterprise);
        Rows.change("update mail set status = 'DEAD', body_text = '正文机密' where enterprise_id = ?", enterprise.id());
        for (String kind : new String[] {"", "?kind=letter"}) {
            assertThat(shekou.get(page(enterprise, kind)).body())
                    .contains("邮件：", "企业协调员", "收件人：样本企业" + enterprise.code() + "（发送失败）")
                    .doesNotContain("正文机密");
        }
        assertThat(shekou.get("/api/v1/enterprises/" + enterprise.id() + "/timeline?kind=letter")
                        .body())
                .contains("收件人：样本企业" + enterprise.code())
                .doesNotContain("正文机密");
        assertThat(shekou.get(page(enterprise, "?kind=grade")).body()).doesNotContain("收件人：");
        assertThat(shekou.get(page(other, "")).body()).doesNotContain("收件人：");
    }

    @Test
    void comesPageByPage() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        tellOfCoordinator(enterprise);
        Rows.change(
                "insert into mail (enterprise_id, org_path, message_id, template, language, recipient, recipient_name,"
                        + " subject, body_text, body_html) select enterprise_id, org_path, n || message_id, template,"
                        + " language, recipient, recipient_name, '第' || n || '封', '', '' from mail,"
                        + " generate_series(1, 9) n where enterprise_id = ?",
                enterprise.id());
        String address = "/api/v1/enterprises/" + enterprise.id() + "/timeline?kind=letter&limit=5";
        String first = shekou.get(address).body();
        assertThat(first).contains("第9封", "第5封").doesNotContain("第4封");
        String next = first.replaceAll("^.*\"next\":\"([^\"]+)\".*$", "$1");
        assertThat(shekou.get(address + "&after=" + next).body())
                .contains("第4封", "企业协调员")
                .doesNotContain("第5封");
    }

    @Test
    void staysWithTheUnitThatWroteIt() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        tellOfCoordinator(enterprise);
        Caller dapeng = Caller.signedIn("dapeng.officer");
        assertThat(dapeng.get(page(enterprise, "")).statusCode()).isEqualTo(404);
        assertThat(shekou.json(
                                "POST",
                                "/api/v1/enterprises/" + enterprise.id() + "/transfer",
                                "{\"unitId\":" + Units.id("5316") + ",\"from\":\"" + SampleEnterprise.today()
                                        + "\",\"reason\":\"迁址\"}",
                                "If-Match",
                                "\"v" + Rows.number("select version from enterprise where id = ?", enterprise.id())
                                        + "\"")
                        .statusCode())
                .isEqualTo(204);
        assertThat(dapeng.get(page(enterprise, "?kind=letter")).body())
                .as("what the new house is written in the name of, and no more")
                .contains("收件人：")
                .doesNotContain("的企业协调员");
        assertThat(Caller.signedIn("shenzhen.officer")
                        .get(page(enterprise, "?kind=letter"))
                        .body())
                .as("the district is above both")
                .contains("的企业协调员");
    }

    /** Taken out of the registry with what brought it: the letter was sent all the same. */
    @Test
    void aLetterOutlivesItsEnterprise() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "insert into mail (enterprise_id, org_path, message_id, template, language, recipient, recipient_name,"
                        + " subject, body_text, body_html) select id, org_path, '<outlives@test>', 'enterprise-welcome',"
                        + " 'zh', 'x@enterprise.test', '甲', '主题', '', '' from enterprise where id = ?",
                enterprise.id());
        Rows.change("delete from enterprise where id = ?", enterprise.id());
        assertThat(Rows.number(
                        "select count(*) from mail where message_id = '<outlives@test>' and enterprise_id is null"))
                .isEqualTo(1);
    }
}
