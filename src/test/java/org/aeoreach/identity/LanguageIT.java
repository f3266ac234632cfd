package org.aeoreach.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Language: the person's choice, then the cookie's, then the browser's. */
@RunAsClient
class LanguageIT implements ServerTest {
    private static final String LOGIN = "textiles.user";

    @AfterEach
    void asBefore() throws SQLException {
        Rows.change("update account set language = 'en' where login = ?", LOGIN);
    }

    @Test
    void personsChoiceGoesBeforeBrowser() {
        Caller caller = Caller.signedIn(LOGIN);
        String page = caller.send("GET", "/portal/my", null, "Accept-Language", "zh-CN")
                .body();
        assertThat(page).contains("<html lang=\"en\"");
    }

    @Test
    void cookieGoesBeforeBrowser() {
        HttpResponse<String> answer = Caller.anonymous().form("/language", Map.of("to", "en", "next", "/portal"));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        Caller visitor = new Caller("visitor", cookie);
        assertThat(visitor.send("GET", "/portal", null, "Accept-Language", "zh-CN")
                        .body())
                .contains("<html lang=\"en\"");
    }

    @Test
    void keepsTheChoiceWithTheAccount() throws SQLException {
        Caller.signedIn(LOGIN).form("/language", Map.of("to", "zh", "next", "/portal/my"));
        assertThat(Rows.one("select language from account where login = ?", LOGIN)
                        .text("language"))
                .isEqualTo("zh");
        assertThat(Caller.signedIn(LOGIN).get("/portal/my").body()).contains("<html lang=\"zh");
    }

    @Test
    void showsTimesInTheZoneOfThePerson() throws SQLException {
        Rows.change("update account set time_zone = 'America/New_York' where login = 'system.admin'");
        Rows.change("insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                + " body_html, org_path, status, created_at) values ('<zone@example.test>', 'organization-substitution',"
                + " 'zh', 'a@example.test', 'a', 's', 't', 'h', '0000.', 'DEAD', timestamptz '2026-07-01 16:30Z')"
                + " on conflict do nothing");
        long mail = Rows.number("select id from mail where message_id = '<zone@example.test>'");
        Caller administrator = Caller.signedIn("system.admin");
        assertThat(administrator.get("/desk/mail/" + mail).body()).contains("12:30");
        Rows.change("update account set time_zone = 'Asia/Shanghai' where login = 'system.admin'");
        assertThat(administrator.get("/desk/mail/" + mail).body()).contains("00:30");
    }
}
