package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Enquiries are found by the search of everything, on its page and over REST, by the units they belong to and those above. */
@RunAsClient
class FoundIT implements ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLOSED = 520;
    private static final String API = "/api/v1/registry-search?q=";
    private static final String DESK = "/desk/search?q=";

    private static String found(String login, String path, String words) {
        return Caller.signedIn(login)
                .get(path + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }

    private static void await(String login, String words, String what) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!found(login, API, words).contains(what)) {
            assertThat(Instant.now()).as("%s is not found by %s", what, words).isBefore(end);
            Thread.sleep(200);
        }
    }

    @Test
    void bySubjectInItsOwnRangeAlone() throws Exception {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change("update enquiry set subject = '翀翯翮货物如何申报' where id = ?", enquiry.id());
        String shown = "\"id\":" + enquiry.id() + ",";
        await("shekou.officer", "翀翯翮", shown);
        for (String login : List.of("shekou.officer", "shenzhen.officer", "gacc.officer")) {
            assertThat(found(login, API, "翀翯翮"))
                    .as(login)
                    .contains("\"kind\":\"enquiry\"", shown, "/desk/enquiries/" + enquiry.id() + "\"");
            assertThat(found(login, DESK, "翀翯翮")).as(login).contains("/desk/enquiries/" + enquiry.id() + "\"");
        }
        for (String login : List.of("dapeng.officer", "pudong.officer", "shanghai.officer")) {
            for (String path : List.of(API, DESK)) {
                assertThat(found(login, path, "翀翯翮"))
                        .as(login + path)
                        .doesNotContain("/desk/enquiries/" + enquiry.id() + "\"", "货物如何申报");
            }
        }
        assertThat(found("electronics.user", API, "翀翯翮")).doesNotContain("货物如何申报");
    }

    @Test
    void notByWordsThatWereTakenBack() throws Exception {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Caller house = Caller.signedIn("shekou.officer");
        String path = "/api/v1/enquiries/" + enquiry.id();
        assertThat(house.json(
                                "POST",
                                path + "/answer",
                                "{\"body\":\"翿耀耂须另行申报。\"}",
                                "If-Match",
                                "\"v" + enquiry.version() + "\"")
                        .statusCode())
                .isEqualTo(200);
        String shown = "\"id\":" + enquiry.id() + ",";
        await("shekou.officer", "翿耀耂", shown);
        long message = Rows.number(
                "select max(id) from enquiry_message where enquiry_id = ? and kind = 'ANSWER'", enquiry.id());
        assertThat(house.json("POST", path + "/messages/" + message + "/undo", "{}")
                        .statusCode())
                .isEqualTo(200);
        Instant end = Instant.now().plus(PATIENCE);
        while (found("shekou.officer", API, "翿耀耂").contains(shown)) {
            assertThat(Instant.now()).as("words taken back are still found").isBefore(end);
            Thread.sleep(200);
        }
    }

    @Test
    void byItsNumberAtOnce() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String number = Rows.one("select number from enquiry where id = ?", enquiry.id())
                .text("number");
        assertThat(found("shekou.officer", API, number)).contains("\"id\":" + enquiry.id() + ",", number);
        assertThat(found("pudong.officer", API, number)).doesNotContain("\"id\":" + enquiry.id() + ",\"href\"");
    }

    @Test
    void byWordsFarDownInTheQuestionAndByThoseOfASupplement() throws Exception {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change(
                "update enquiry_message set body = repeat('普通的话，', 150) || '翐翑翓之后' where enquiry_id = ?", enquiry.id());
        Rows.change(
                "insert into enquiry_message (enquiry_id, kind, language, body) values (?, 'SUPPLEMENT', 'zh', '补充：翗翙翛')",
                enquiry.id());
        await("shekou.officer", "翐翑翓", "\"id\":" + enquiry.id() + ",");
        await("shekou.officer", "翗翙翛", "\"id\":" + enquiry.id() + ",");
    }

    @Test
    void anOpenOneBehindHundredsOfClosedOnes() throws Exception {
        SampleEnquiry open = SampleEnquiry.at("5304");
        Rows.change("update enquiry set subject = '翝翞翟' where id = ?", open.id());
        Rows.change(
                "with made as (insert into enquiry (unit_id, org_path, asker_name, language, channel, subject, stage)"
                        + " select id, org_path, '样例', 'zh', 'PORTAL', '翝翞翟', 'CLOSED' from unit, generate_series(1, "
                        + CLOSED
                        + ") where code = '5304' returning id, unit_id, org_path)"
                        + " insert into enquiry_work (enquiry_id, unit_id, org_path, desk_id, desk_path, level, status)"
                        + " select id, unit_id, org_path, unit_id, org_path, 'HOUSE', 'CLOSED' from made");
        try {
            long last = Rows.number("select max(id) from enquiry where subject = '翝翞翟'");
            await("shekou.officer", "翝翞翟", "\"id\":" + last + ",");
            String list = Caller.signedIn("shekou.officer")
                    .get("/desk/enquiries?q=" + URLEncoder.encode("翝翞翟", StandardCharsets.UTF_8))
                    .body();
            assertThat(list).contains("/desk/enquiries/" + open.id() + "\"");
            assertThat(list).doesNotContain("/desk/enquiries/" + last + "\"");
        } finally {
            Rows.change("delete from enquiry_work where enquiry_id in (select id from enquiry where subject = '翝翞翟'"
                    + " and stage = 'CLOSED')");
            Rows.change("delete from enquiry where subject = '翝翞翟' and stage = 'CLOSED'");
        }
    }

    /** At most so many of each kind, and whether there are more. */
    @Test
    void saysThatThereAreMore() throws Exception {
        SampleEnquiry first = SampleEnquiry.at("5304");
        SampleEnquiry last = SampleEnquiry.at("5304");
        Rows.change("update enquiry set subject = '翂翃翄货物' where id in (?, ?)", first.id(), last.id());
        await("shekou.officer", "翂翃翄", "\"id\":" + first.id() + ",");
        await("shekou.officer", "翂翃翄", "\"id\":" + last.id() + ",");
        assertThat(Caller.signedIn("shekou.officer")
                        .get(API + URLEncoder.encode("翂翃翄", StandardCharsets.UTF_8) + "&limit=1")
                        .body())
                .containsPattern("\"kind\":\"enquiry\",\"list\":\\[\\{[^}]*}],\"more\":true");
    }
}
