package org.aeoreach.organization.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever stands in for somebody is told, in his language, exactly when the arrangement is made or ended. */
@RunAsClient
class SubstitutionNoticeIT implements ServerTest {

    private final Caller administrator = Caller.signedIn("shenzhen.admin");
    private final long substitute = Caller.account("shekou.officer");

    @BeforeEach
    @AfterEach
    void asInTheBeginning() throws SQLException {
        Rows.change("delete from mail");
        Rows.change("delete from substitution where absent_id = ?", Caller.account("dapeng.officer"));
        Rows.change("update account set language = 'zh' where id = ?", substitute);
    }

    private HttpResponse<String> arrange(long substituteId) throws SQLException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        long assignment = Rows.number(
                "select min(id) from role_assignment where account_id = ?", Caller.account("dapeng.officer"));
        String body = "{\"assignmentId\":" + assignment + ",\"substituteId\":" + substituteId + ",\"firstDay\":\""
                + today + "\",\"lastDay\":\"" + today + "\"}";
        return administrator.json("POST", "/api/v1/substitutions", body);
    }

    private static List<Rows.Row> mails() throws SQLException {
        return Rows.all("select recipient, language, subject, body_text, body_html, org_path from mail"
                + " where template like 'organization-substitution%' order by id");
    }

    @Test
    void tellsTheSubstituteForWhomInWhatAndWhen() throws SQLException {
        assertThat(arrange(substitute).statusCode()).isEqualTo(201);
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.text("recipient")).isEqualTo("shekou.officer@demo.invalid");
            assertThat(mail.text("subject")).startsWith("请您代理罗知夏");
            assertThat(mail.text("org_path")).isEqualTo("0000.5300.5316.");
            assertThat(mail.text("body_text")).contains("隶属海关关员", "大鹏海关", "/acting\n");
            assertThat(mail.text("body_html")).contains("/acting\">");
        });
    }

    @Test
    void writesInHisLanguage() throws SQLException {
        Rows.change("update account set language = 'en' where id = ?", substitute);
        arrange(substitute);
        assertThat(mails().get(0).text("subject")).isEqualTo("You stand in for Luo Zhixia (demo)");
        assertThat(mails().get(0).text("body_text")).contains("Dear Liang Xiaochuan (demo),", "Dapeng Customs");
    }

    @Test
    void tellsHimOnceWhenItIsRevoked() throws SQLException {
        String location = arrange(substitute).headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 2; i++) {
            assertThat(administrator.send("DELETE", location, null).statusCode())
                    .isEqualTo(200);
        }
        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1).text("subject")).isEqualTo("您对罗知夏（演示）的工作代理已撤销");
    }

    @Test
    void tellsNobodyOfAnArrangementThatIsRefused() throws SQLException {
        assertThat(arrange(Caller.account("dapeng.officer")).statusCode()).isEqualTo(400);
        assertThat(mails()).isEmpty();
    }

    /** The mail is written, then the answer cannot be kept, and the transaction ends with nothing done. */
    @Test
    void keepsNoMailWhenTheTransactionFailsAfterwards() throws SQLException {
        long before = Rows.number("select count(*) from substitution");
        Rows.change("create function fail() returns trigger language plpgsql as $$ begin raise 'test'; end $$");
        Rows.change("create constraint trigger fail after insert on mail deferrable initially deferred"
                + " for each row execute function fail()");
        try {
            assertThat(arrange(substitute).statusCode()).isEqualTo(503);
        } finally {
            Rows.change("drop trigger fail on mail");
            Rows.change("drop function fail");
        }
        assertThat(mails()).isEmpty();
        assertThat(Rows.number("select count(*) from substitution")).isEqualTo(before);
    }
}
