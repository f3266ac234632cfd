package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The course of an enquiry: citing, asking back, opening again, giving it to a colleague, sorting, linking. */
@RunAsClient
class CourseIT implements ServerTest {
    private final Caller house = Caller.signedIn("shekou.officer");

    private HttpResponse<String> send(String method, SampleEnquiry enquiry, String how, String body)
            throws SQLException {
        return house.json(
                method,
                "/api/v1/enquiries/" + enquiry.id() + "/" + how,
                body,
                "If-Match",
                "\"v" + enquiry.version() + "\"");
    }

    private static long account(String login) throws SQLException {
        return Rows.number("select id from account where login = ?", login);
    }

    private static String number(SampleEnquiry enquiry) throws SQLException {
        return Rows.one("select number from enquiry where id = ?", enquiry.id()).text("number");
    }

    @Test
    void anAnswerCitesDocumentsInTheVersionInForceAndItsLetterNamesThem() throws SQLException {
        String code = Rows.one("select min(code) as code from document where not archived")
                .text("code");
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "course.cites@example.test");
        assertThat(send(
                                "POST",
                                enquiry,
                                "answer",
                                "{\"body\":\"依据如下。\",\"citations\":[\"" + code + "#s1\",\"" + code + "\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Rows.number(
                        "select count(*) from enquiry_citation c join enquiry_message m on m.id = c.message_id"
                                + " join document d on d.id = c.document_id and d.version = c.version"
                                + " where m.enquiry_id = ? and d.code = ? and c.anchor = 's1' and c.position = 0",
                        enquiry.id(),
                        code))
                .isEqualTo(1);
        assertThat(Rows.number(
                        "select count(*) from enquiry_citation c join enquiry_message m on m.id = c.message_id"
                                + " where m.enquiry_id = ?",
                        enquiry.id()))
                .isEqualTo(1);
        assertThat(Rows.one("select body_text from mail where recipient = 'course.cites@example.test'")
                        .text("body_text"))
                .contains(code);
        assertThat(house.get("/desk/enquiries/" + enquiry.id()).body()).contains("class=\"enquiry-sources\"");
    }

    @Test
    void passagesAreCitedInTheVersionThatIsShown() throws Exception {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String path = "/desk/enquiries/" + enquiry.id() + "/passages?find=AEO";
        Instant end = Instant.now().plusSeconds(60);
        String page = house.get(path).body();
        while (!page.contains("name=\"citations\"")) {
            assertThat(Instant.now()).as("the library is in the index").isBefore(end);
            Thread.sleep(200);
            page = house.get(path).body();
        }
        List<String> offered = Jsoup.parse(page).select("input[name=citations]").eachAttr("value");
        for (String value : offered) {
            assertThat(value).matches("[^@#]+@[0-9]+(#.+)?");
            String[] parts = value.split("[@#]");
            assertThat(Rows.number(
                            "select count(*) from document_version v join document d on d.id = v.document_id"
                                    + " where d.code = ? and v.version = ?",
                            parts[0],
                            Integer.parseInt(parts[1])))
                    .isEqualTo(1);
        }
    }

    @Test
    void aDocumentTheLibraryDoesNotHaveIsRefusedAndNothingIsSaid() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        HttpResponse<String> refused =
                send("POST", enquiry, "answer", "{\"body\":\"依据如下。\",\"citations\":[\"no-such-document\"]}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("citations").contains("no-such-document");
        assertThat(enquiry.work("status")).isEqualTo("NEW");
        assertThat(Rows.number(
                        "select count(*) from enquiry_message where enquiry_id = ? and kind = 'ANSWER'", enquiry.id()))
                .isZero();
    }

    @Test
    void askedBackTheClocksStandAndTakenBackTheyRunAgain() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "course.asked@example.test");
        assertThat(send("POST", enquiry, "request", "{\"body\":\"请提供企业编码。\"}").statusCode())
                .isEqualTo(200);
        assertThat(enquiry.work("status")).isEqualTo("WAITING");
        assertThat(enquiry.work("due_at")).isEmpty();
        assertThat(enquiry.work("left_minutes")).isNotEmpty();
        assertThat(enquiry.work("officer_id")).isEqualTo(Long.toString(account("shekou.officer")));
        assertThat(Rows.number("select count(*) from mail where recipient = 'course.asked@example.test'"
                        + " and template = 'enquiry-request'"))
                .isEqualTo(1);
        long message = Rows.number(
                "select max(id) from enquiry_message where enquiry_id = ? and kind = 'REQUEST'", enquiry.id());
        assertThat(send("POST", enquiry, "messages/" + message + "/undo", "{}").statusCode())
                .isEqualTo(200);
        assertThat(enquiry.work("due_at")).isNotEmpty();
        assertThat(Rows.number("select count(*) from mail where recipient = 'course.asked@example.test'"))
                .isZero();
    }

    @Test
    void openedAgainWithAReasonItsClocksRunAndOneNotDoneIsRefused() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        assertThat(send("POST", enquiry, "reopening", "{\"reason\":\"再看一次\"}").statusCode())
                .isEqualTo(409);
        send("POST", enquiry, "answer", "{\"body\":\"请按公告办理。\"}");
        assertThat(send("POST", enquiry, "reopening", "{}").statusCode()).isEqualTo(400);
        assertThat(enquiry.work("status")).isEqualTo("ANSWERED");
        assertThat(send("POST", enquiry, "reopening", "{\"reason\":\"企业又来电\"}").statusCode())
                .isEqualTo(200);
        assertThat(enquiry.work("status")).isEqualTo("REOPENED");
        assertThat(enquiry.work("due_at")).isNotEmpty();
        assertThat(enquiry.work("reopened")).isEqualTo("1");
    }

    @Test
    void oneIsGivenToAColleagueOfTheUnitAndToNobodyElse() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        HttpResponse<String> refused =
                send("PUT", enquiry, "officer", "{\"officerId\":" + account("shenzhen.officer") + "}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("officerId");
        assertThat(enquiry.work("officer_id")).isEmpty();
        long colleague = account("shekou.admin");
        assertThat(send("PUT", enquiry, "officer", "{\"officerId\":" + colleague + ",\"reason\":\"熟悉此事\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(enquiry.work("officer_id")).isEqualTo(Long.toString(colleague));
        assertThat(enquiry.work("status")).isEqualTo("OPEN");
    }

    @Test
    void tagsAreKeptOnceAndFoundInTheQueueAndAnUnknownTopicIsRefused() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        assertThat(send("PUT", enquiry, "sorting", "{\"priority\":1,\"tags\":\"出口退税，复核, 出口退税\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(enquiry.work("array_to_string(tags, '|')")).isEqualTo("出口退税|复核");
        assertThat(enquiry.work("priority")).isEqualTo("1");
        assertThat(house.get("/desk/enquiries?whose=UNIT&tag=%E5%A4%8D%E6%A0%B8")
                        .body())
                .contains(number(enquiry));
        assertThat(house.get("/desk/enquiries?whose=UNIT&tag=%E6%97%A0%E6%AD%A4")
                        .body())
                .doesNotContain(number(enquiry));
        HttpResponse<String> refused = send("PUT", enquiry, "sorting", "{\"priority\":2,\"topic\":\"no-such-topic\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("topic");
        assertThat(enquiry.work("priority")).isEqualTo("1");
    }

    @Test
    void theListOverRestHasThoseOfOnesRangeTheNewestFirstAndPages() throws SQLException {
        SampleEnquiry older = SampleEnquiry.at("5304");
        SampleEnquiry foreign = SampleEnquiry.at("5100");
        SampleEnquiry newer = SampleEnquiry.at("5304");
        String body = house.get("/api/v1/enquiries?limit=1").body();
        assertThat(body).contains("\"id\":" + newer.id() + ",").contains("\"next\":\"");
        String next = body.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(house.get("/api/v1/enquiries?limit=1&after=" + next).body()).contains("\"id\":" + older.id() + ",");
        assertThat(house.get("/api/v1/enquiries?limit=200").body()).doesNotContain("\"id\":" + foreign.id() + ",");
        send("POST", newer, "answer", "{\"body\":\"请按公告办理。\"}");
        assertThat(house.get("/api/v1/enquiries?limit=1&status=ANSWERED").body())
                .contains("\"id\":" + newer.id() + ",");
        assertThat(house.get("/api/v1/enquiries?status=NOTHING").statusCode()).isIn(400, 404);
    }

    @Test
    void theSearchPageFindsEnquiriesOfOnesRangeByTheirWords() throws Exception {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        SampleEnquiry foreign = SampleEnquiry.at("5100");
        for (SampleEnquiry each : new SampleEnquiry[] {enquiry, foreign}) {
            Rows.change("update enquiry set subject = '琉璃瓦归类问题' where id = ?", each.id());
        }
        String link = "/desk/enquiries/" + enquiry.id() + "\"";
        String page = "";
        for (int i = 0; i < 400 && !page.contains(link); i++) {
            Thread.sleep(50);
            page = house.get("/desk/search?q=%E7%90%89%E7%92%83%E7%93%A6").body();
        }
        assertThat(page).contains(link).doesNotContain("/desk/enquiries/" + foreign.id() + "\"");
    }

    @Test
    void linkedEnquiriesNameEachOtherAndItsOwnNumberIsRefused() throws SQLException {
        SampleEnquiry one = SampleEnquiry.at("5304");
        SampleEnquiry other = SampleEnquiry.at("5304");
        SampleEnquiry foreign = SampleEnquiry.at("5100");
        assertThat(send("POST", one, "links", "{\"number\":\"" + number(one) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", one, "links", "{\"number\":\"" + number(foreign) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", one, "links", "{\"number\":\"" + number(other) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        String links = "/links";
        assertThat(house.get("/api/v1/enquiries/" + one.id() + links).body()).contains(number(other));
        assertThat(house.get("/api/v1/enquiries/" + other.id() + links).body()).contains(number(one));
    }
}
