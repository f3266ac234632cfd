package org.aeoreach.training.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.after.PastSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes after a session, as its attendees and its officers meet it. */
@RunAsClient
class AfterIT implements ServerTest {

    private static final String TICKET = "/portal/trainings/tickets/";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller elsewhere = Caller.signedIn("pudong.officer");
    private final Caller anybody = Caller.anonymous();

    private PastSession session;

    @BeforeEach
    void hold() throws SQLException {
        session = PastSession.of("HELD");
        session.set(
                "title_zh = 'IT-已举办', starts_at = now() - interval '26 hours', ends_at = now() - interval '25 hours'");
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from mail where recipient like '%@after.example'");
        Rows.change("delete from training_follow_up where session_id = ?", session.id());
        Rows.change("delete from task where title like 'IT-%'");
        session.close();
    }

    private String desk(String part) {
        return "/desk/trainings/" + session.id() + part;
    }

    private String api(String part) {
        return "/api/v1/trainings/" + session.id() + part;
    }

    /** Somebody who came, by his link. */
    private String guest(String name) throws SQLException {
        session.came(name);
        session.link(name);
        return TICKET + session.token(name);
    }

    private static String version(HttpResponse<String> page) {
        Matcher found = Pattern.compile("name=\"version\" value=\"([0-9]+)\"").matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    @Test
    void aCertificateIsPrintedByItsOwnerAndVerifiedByAnybody() throws Exception {
        String link = guest("Ann");
        Rows.Row one = Rows.one("select id, number, code from training_certificate where session_id = ?", session.id());
        String number = one.text("number");
        assertThat(anybody.get(link + "/after").body()).contains(link + "/certificate");
        assertThat(anybody.get(link + "/certificate").body())
                .contains(number, "Certificate of Attendance", "Ann", "?code=" + one.text("code"), "<svg class=\"qr\"");
        String verify = "/portal/certificates/" + number;
        assertThat(anybody.get(verify + "?code=" + one.text("code")).body()).contains("Ann", "IT-已举办");
        assertThat(anybody.get(verify).body()).contains(number).doesNotContain("Ann");
        HttpResponse<String> wrong = anybody.get(verify + "?code=00000000000000000000");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).doesNotContain("Ann");
        assertThat(anybody.get("/portal/certificates?certificateNumber=" + number.toLowerCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(200);
        assertThat(district.get(desk("/certificates")).body()).contains("Ann", number);
        assertThat(district.get(desk("/certificates/print")).body()).contains("Ann", number);
        assertThat(elsewhere.get(desk("/certificates")).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/desk/trainings/certificates/" + one.id("id")).statusCode())
                .isEqualTo(404);
        Rows.change("update training_attendance set counts = false where session_id = ?", session.id());
        assertThat(anybody.get(verify + "?code=" + one.text("code")).body()).contains("作废");
        assertThat(anybody.get("/api/v1" + verify).body()).contains("revokedOn");
    }

    @Test
    void theCheckAsksForEveryAnswerAndShowsTheResultOnce() throws Exception {
        String check = guest("Bob") + "/check";
        List<Rows.Row> questions = Rows.all(
                "select id from training_check_question where course_id = ? order by number", session.course());
        String first = "q" + questions.get(0).id("id");
        String second = "q" + questions.get(1).id("id");
        assertThat(anybody.get(check).body()).contains(first, second);
        HttpResponse<String> missing = anybody.form(check, Map.of("stage", "AFTER", first, "0"));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains(second + "-error", "checked");
        Map<String, String> all = Map.of("stage", "AFTER", first, "0", second, "1");
        assertThat(anybody.form(check, all).statusCode()).isEqualTo(303);
        assertThat(anybody.form(check, all).statusCode()).isEqualTo(409);
        assertThat(anybody.get(check).body()).contains("正确答案");
        assertThat(house.get(desk("/check")).body()).contains("Bob", "1/2", "不足5人");
        assertThat(house.get("/desk/trainings/courses/" + session.course() + "/check")
                        .statusCode())
                .isEqualTo(200);
        assertThat(elsewhere.get(desk("/check")).statusCode()).isEqualTo(404);
    }

    @Test
    void feedbackIsShownFromFiveOnAndWithoutNames() throws Exception {
        for (int i = 1; i <= 5; i++) {
            if (i == 5) {
                assertThat(house.get(desk("/feedback")).body()).doesNotContain("words-1");
            }
            String feedback = guest("Cid" + i) + "/feedback";
            HttpResponse<String> made = anybody.form(
                    feedback, Map.of("contentRating", "5", "valueRating", "3", "opinionWords", "words-" + i));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
            assertThat(anybody.get(feedback).body()).contains("words-" + i);
        }
        HttpResponse<String> shown = house.get(desk("/feedback"));
        assertThat(shown.body()).contains("words-1", "words-5").doesNotContain("Cid1");
        long one = Rows.number("select max(id) from training_feedback where session_id = ?", session.id());
        String mark = desk("/feedback/" + one + "/mark");
        assertThat(elsewhere.form(mark, Map.of("followUp", "true")).statusCode())
                .isEqualTo(404);
        assertThat(house.form(mark, Map.of("followUp", "true")).statusCode()).isEqualTo(303);
        assertThat(house.get(api("/feedback")).body()).contains("\"followUp\":true");
        session.set("starts_at = starts_at - interval '8 days', ends_at = ends_at - interval '8 days'");
        HttpResponse<String> late = anybody.form(
                TICKET + session.token("Cid1") + "/feedback",
                Map.of("contentRating", "1", "valueRating", "1", "opinionWords", "IT-too late"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .as("what was written is not lost")
                .contains("IT-too late", "error-summary")
                .doesNotContain("type=\"submit\">提交评价");
    }

    @Test
    void eachTrainerIsRatedByHimselfAndToldFromFiveAnswersOn() throws Exception {
        long good = session.taughtBy("良老师");
        long fair = session.taughtBy("平老师");
        String load = "/api/v1/training-trainers/";
        for (int i = 1; i <= 5; i++) {
            String feedback = guest("Hal" + i) + "/feedback";
            assertThat(anybody.get(feedback).body()).contains("良老师", "平老师", "name=\"t" + good + "\"");
            Map<String, String> said = new TreeMap<>(Map.of("contentRating", "4", "valueRating", "4", "t" + good, "5"));
            if (i > 1) {
                said.put("t" + fair, i == 2 ? "2" : "3");
            }
            assertThat(anybody.form(feedback, said).statusCode()).isEqualTo(303);
            assertThat(anybody.get(feedback).body()).containsPattern("id=\"t" + good + "-5\"[^>]* checked");
            if (i == 4) {
                assertThat(house.get(load + good + "/load").body())
                        .contains("\"ratings\":4")
                        .doesNotContain("\"rating\":5");
            }
        }
        assertThat(house.get(load + good + "/load").body()).contains("\"rating\":5.0", "\"ratings\":5");
        assertThat(house.get("/desk/trainings/trainers/" + good).body()).contains("5.0分（满分5分，5人评价）");
        assertThat(house.get("/desk/trainings/trainers/" + fair).body())
                .contains("评价人数较少")
                .doesNotContain("2.8分");
        anybody.form(
                TICKET + session.token("Hal1") + "/feedback",
                Map.of("contentRating", "4", "valueRating", "4", "t" + good, "2", "t" + fair, "3"));
        assertThat(house.get(load + good + "/load").body()).contains("\"rating\":4.4");
        assertThat(house.get(load + fair + "/load").body()).contains("\"rating\":2.8");
        assertThat(house.get(desk("/feedback")).body()).contains("良老师", "平老师");
        assertThat(house.get("/desk/trainings/trainers?q=%E8%89%AF%E8%80%81%E5%B8%88")
                        .body())
                .contains("良老师", "4.4");
    }

    @Test
    void aReportIsWrittenByOneAtATimeFinishedAndOpenedAgainWithAReason() throws Exception {
        guest("Dan");
        HttpResponse<String> empty = house.get(desk("/report"));
        assertThat(version(empty)).isEqualTo("0");
        Map<String, String> written = Map.of("version", "0", "reportSummary", "IT-总结");
        assertThat(house.form(desk("/report"), written).statusCode()).isEqualTo(303);
        HttpResponse<String> late = district.form(desk("/report"), Map.of("version", "0", "reportSummary", "IT-另写"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("IT-另写", "IT-总结");
        assertThat(district.json("PUT", api("/report"), "{\"reportSummary\":\"x\"}", "If-Match", "\"v7\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(house.form(desk("/report/follow-ups"), Map.of("taskTitle", "IT-回访", "taskDue", "2099-01-01"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.form(desk("/report/finishing"), Map.of("version", "1")).statusCode())
                .isEqualTo(303);
        assertThat(house.form(desk("/report/finishing"), Map.of("version", "1")).statusCode())
                .as("sent twice")
                .isEqualTo(412);
        assertThat(house.json("POST", api("/report/finishing"), "{}", "If-Match", "\"v2\"")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'training.finish-report' and record_id = ?",
                        Long.toString(session.id())))
                .isEqualTo(1);
        HttpResponse<String> closed = house.form(desk("/report"), Map.of("version", "2", "reportSummary", "IT-改写的话"));
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.body()).as("what was written is not lost").contains("IT-改写的话", "error-summary", "IT-总结");
        assertThat(house.form(desk("/report/follow-ups"), Map.of("taskTitle", "IT-再访", "taskDue", "2099-01-01"))
                        .body())
                .contains("IT-再访");
        session.came("Eve");
        assertThat(district.get(api("/report")).body()).contains("\"came\":1", "IT-总结", "IT-回访");
        assertThat(district.get("/desk/trainings/reports").body()).contains("IT-已举办");
        assertThat(elsewhere.get("/desk/trainings/reports").body()).doesNotContain("IT-已举办");
        assertThat(elsewhere.get(desk("/report")).statusCode()).isEqualTo(404);
        assertThat(house.form(desk("/report/reopening"), Map.of("version", "2", "reopenReason", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.form(desk("/report/reopening"), Map.of("version", "2", "reopenReason", "IT-补充"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.get(api("/report")).body()).contains("\"came\":2", "IT-补充");
    }

    @Test
    void aQuestionRaisedBecomesOneEnquiryHoweverOftenItIsAsked() throws Exception {
        HttpResponse<String> made = house.json(
                "POST", api("/questions"), "{\"name\":\"提问人\",\"question\":\"IT-现场提问\",\"language\":\"ZH\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        long id = Rows.number("select max(id) from training_raised where session_id = ?", session.id());
        String enquire = desk("/questions/" + id + "/enquiry");
        assertThat(elsewhere.form(enquire, Map.of()).statusCode()).isEqualTo(404);
        assertThat(house.form(enquire, Map.of()).statusCode()).isEqualTo(303);
        assertThat(house.form(enquire, Map.of()).statusCode()).isEqualTo(303);
        List<Rows.Row> enquiries = Rows.all("select number, channel from enquiry where subject = 'IT-现场提问'");
        assertThat(enquiries).hasSize(1);
        assertThat(house.get(desk("/questions")).body())
                .contains(enquiries.get(0).text("number"));
        assertThat(house.get(desk("/report")).body()).contains(enquiries.get(0).text("number"));
    }

    @Test
    void aQuestionIsAskedWhateverItsFirstLineHolds() throws Exception {
        String line = "IT-\\t" + "\ud842\udfb7".repeat(70);
        HttpResponse<String> made = house.json(
                "POST", api("/questions"), "{\"name\":\"提问人\",\"question\":\"" + line + "\",\"language\":\"ZH\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        long id = Rows.number("select max(id) from training_raised where session_id = ?", session.id());
        HttpResponse<String> asked = house.form(desk("/questions/" + id + "/enquiry"), Map.of());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        assertThat(Rows.one(
                                "select e.subject from enquiry e join training_raised q on q.enquiry_id = e.id where q.id = ?",
                                id)
                        .text("subject"))
                .isEqualTo("IT- " + "\ud842\udfb7".repeat(56) + "…");
    }

    @Test
    void whoCameAndWhoDidNotGetTheirLetters() throws Exception {
        session.unannounced("Fay");
        session.registered("Gus");
        assertThat(house.form(desk("/report/absences"), Map.of()).statusCode()).isEqualTo(303);
        String fay = link(letter("Fay", "training-after"));
        assertThat(anybody.get(fay).body()).contains("/feedback", "/certificate", "/check");
        String gus = link(letter("Gus", "training-absent"));
        assertThat(anybody.form(gus, Map.of("absenceReason", "TIME", "absenceWords", "IT-盘点"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(anybody.get(gus).body()).contains("IT-盘点");
        Rows.change(
                "update training_absence set asked_at = asked_at - interval '60 days' where session_id = ?",
                session.id());
        HttpResponse<String> late = anybody.form(gus, Map.of("absenceReason", "TIME", "absenceWords", "IT-来不及"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).as("what was written is not lost").contains("IT-来不及", "error-summary");
        assertThat(Rows.number(
                        "select count(*) from mail where recipient in ('Fay@after.example', 'Gus@after.example')"))
                .isEqualTo(2);
    }

    @Test
    void figuresOfAReportOpenTheListsBehindThem() throws Exception {
        session.came("Hal");
        session.came(session.registered("Ida"), false);
        session.registered("Joe");
        session.unannounced("Kim");
        String came = "/desk/trainings/attendances?session=" + session.id() + "&came=yes";
        String absent = "/desk/trainings/attendances?session=" + session.id() + "&state=ABSENT";
        String registered = "/desk/trainings/registrations?session=" + session.id() + "&status=REGISTERED";
        assertThat(house.get(desk("/report")).body())
                .contains(came.replace("&", "&amp;"), absent.replace("&", "&amp;"), registered.replace("&", "&amp;"))
                .contains(desk("/check"), desk("/feedback"), desk("/questions"));
        assertThat(house.get(api("/report")).body()).contains("\"came\":3", "\"absent\":1", "\"registered\":3");
        assertThat(house.get(came).body()).contains("共 3 条", "Kim").doesNotContain("Joe");
        assertThat(house.get(absent).body()).contains("共 1 条", "Joe");
        assertThat(house.get(registered).body()).contains("共 3 条").doesNotContain("Kim");
    }

    @Test
    void whyPeopleDidNotComeIsShownFromFiveAnswersOnAndInNoTrail() throws Exception {
        for (int i = 1; i <= 5; i++) {
            session.registered("Abs" + i);
            session.link("Abs" + i);
        }
        assertThat(house.form(desk("/report/absences"), Map.of()).statusCode()).isEqualTo(303);
        for (int i = 1; i <= 5; i++) {
            String shown = house.get(desk("/report")).body()
                    + house.get(api("/report")).body()
                    + house.get(api("/absences")).body();
            assertThat(shown).doesNotContain("IT-why", "ILL", "COLLEAGUE", "身体不适", "由同事代为参加");
            assertThat(anybody.form(
                                    TICKET + session.token("Abs" + i) + "/absence",
                                    Map.of("absenceReason", i == 1 ? "ILL" : "COLLEAGUE", "absenceWords", "IT-why" + i))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(house.get(api("/absences")).body()).contains("IT-why1", "\"ILL\"", "\"answered\":5");
        assertThat(house.get(api("/report")).body()).contains("\"ILL\"");
        Rows.Row trail = Rows.one(
                "select string_agg(changes::text, ' ') as it, count(*) as many from audit_entry"
                        + " where action = 'training.say-absence' and record_id = ?",
                Long.toString(session.id()));
        assertThat(trail.text("it")).doesNotContain("ILL");
        assertThat(trail.id("many")).isEqualTo(5);
    }

    @Test
    void oneOddNameStopsNobodysLetter() throws Exception {
        session.set("title_zh = 'IT-已\u000B举办', title_en = 'IT\u2028held'");
        session.unannounced("Hal");
        Rows.change(
                "insert into training_attendance (session_id, session_path, name, mail, way, arrived_at) select id, org_path,"
                        + " ?, 'odd@after.example', 'WALK_IN', starts_at from training_session where id = ?",
                "奇\uD83E\uDEE9怪\u2028",
                session.id());
        session.registered("Ida");
        Rows.change(
                "update training_registration set name = ? where name = 'Ida' and session_id = ?",
                "I\u202Eda",
                session.id());
        assertThat(house.form(desk("/report/absences"), Map.of()).statusCode()).isEqualTo(303);
        assertThat(letter("odd", "training-after")).contains("奇 怪", "IT-已 举办");
        letter("Hal", "training-after");
        assertThat(letter("Ida", "training-absent")).contains("I da", "IT held");
    }

    private static String letter(String name, String template) throws Exception {
        String mails = "select body_text from mail where recipient = ? and template = ?";
        List<Rows.Row> found = Rows.all(mails, name + "@after.example", template);
        for (int i = 0; i < 300 && found.isEmpty(); i++) {
            Thread.sleep(250);
            found = Rows.all(mails, name + "@after.example", template);
        }
        assertThat(found).as(template + " to " + name).hasSize(1);
        return found.get(0).text("body_text");
    }

    private static String link(String body) {
        Matcher found = Pattern.compile("/portal/trainings/tickets/[A-Za-z0-9_-]{43}/[a-z]+")
                .matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group();
    }
}
