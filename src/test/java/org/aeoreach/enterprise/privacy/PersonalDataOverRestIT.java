package org.aeoreach.enterprise.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose data is kept, and how long, is told to programs as the pages tell it. */
@RunAsClient
class PersonalDataOverRestIT implements ServerTest {

    private static final String RULES = "/api/v1/personal-data/retention";

    private final Caller officer = Caller.signedIn("shekou.officer");

    @BeforeEach
    void fresh() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static long person(String house, String name) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis) select id,"
                        + " unit_id, org_path, ?, 'OUTREACH', 'PUBLISHED' from enterprise where id = ? returning id",
                name,
                SampleEnterprise.at(house).id());
    }

    private static List<Long> ids(Reply page) {
        return page.body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(person -> person.getJsonNumber("id").longValue())
                .toList();
    }

    @Test
    void listsThePeopleOfTheRangeTheLatestFirstPageByPage() throws SQLException {
        long first = person("5304", "孙如实");
        long second = person("5304", "李如实");
        long foreign = person("5316", "周如实");
        Reply page = Reply.of(officer.get("/api/v1/personal-data?limit=1"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(ids(page)).containsExactly(second);
        assertThat(page.body().getJsonArray("items").getJsonObject(0).getString("nameZh"))
                .isEqualTo("李如实");
        Reply next = Reply.of(
                officer.get("/api/v1/personal-data?limit=1&after=" + page.body().getString("next")));
        assertThat(ids(next)).containsExactly(first);
        assertThat(ids(Reply.of(officer.get("/api/v1/personal-data?limit=200"))))
                .doesNotContain(foreign);
        assertThat(ids(Reply.of(Caller.signedIn("dapeng.officer").get("/api/v1/personal-data?limit=1"))))
                .containsExactly(foreign);
    }

    @Test
    void theTimesAreSetByTheSystemAdministratorAlone() throws SQLException {
        String before = officer.get(RULES).body();
        assertThat(before).contains("CONSENT_WITHDRAWN", "PERSON_ENDED", "RECORD_VIEW");
        String change = "{\"consentWithdrawn\":2,\"personEnded\":25,\"recordView\":37}";
        assertThat(officer.json("PUT", RULES, change).statusCode()).isEqualTo(403);
        Caller administrator = Caller.signedIn("system.admin");
        HttpResponse<String> wrong = administrator.json("PUT", RULES, change.replace("25", "0"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("personEnded");
        assertThat(officer.get(RULES).body()).isEqualTo(before);
        List<Rows.Row> kept = Rows.all("select kind, months from retention_rule");
        try {
            assertThat(administrator.json("PUT", RULES, change).statusCode()).isEqualTo(200);
            assertThat(Rows.number("select months from retention_rule where kind = 'PERSON_ENDED'"))
                    .isEqualTo(25);
            assertThat(officer.get(RULES).body()).isNotEqualTo(before);
        } finally {
            for (Rows.Row rule : kept) {
                Rows.change(
                        "update retention_rule set months = ? where kind = ?",
                        (int) rule.id("months"),
                        rule.text("kind"));
            }
        }
    }
}
