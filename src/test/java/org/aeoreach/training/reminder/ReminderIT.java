package org.aeoreach.training.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters that remind, and materials before and after. */
@RunAsClient
class ReminderIT implements ServerTest {

    private static final String TITLE = "IT-提醒";

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws Exception {
        String ours = " where session_id in (select id from training_session where title_zh = ?)";
        Rows.change("delete from training_certificate" + ours, TITLE);
        Rows.change("delete from training_attendance" + ours, TITLE);
        Rows.change("delete from training_certificate" + ours, TITLE);
        PlannedSession.forget(TITLE);
        String course = "(select id from training_course where code = 'IT-REMIND')";
        Rows.change("delete from training_check_question where course_id in " + course);
        Rows.change("delete from training_course_file where course_id in " + course);
        Rows.change("delete from training_course where code = 'IT-REMIND'");
    }

    private static long file(String stage) throws Exception {
        return Rows.number(
                "select file_id from training_course_file f join training_course c on c.id = f.course_id"
                        + " where c.code = 'IT-REMIND' and f.stage = ?",
                stage);
    }

    /** A course with a file of each stage, as its district makes it. */
    private void course(PlannedSession session) throws Exception {
        long course = Rows.number(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages, status)"
                        + " select id, org_path, 'IT-REMIND', 'IT', '{ALL}', 60, '{ZH}', 'OPEN' from unit where code = '5300'"
                        + " returning id");
        for (String stage : new String[] {"BEFORE", "AFTER"}) {
            String pdf = "%PDF-1.4 " + stage + "\n%%EOF";
            assertThat(district.send(
                                    "POST",
                                    "/api/v1/training-courses/" + course + "/materials?stage=" + stage + "&name="
                                            + stage + ".pdf&title=%E6%9D%90%E6%96%99" + stage,
                                    new String(pdf.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                                    "Content-Type",
                                    "application/pdf")
                            .statusCode())
                    .isEqualTo(201);
        }
        Rows.change("update training_session set course_id = ? where id = ?", course, session.id());
    }

    @Test
    void aReminderBringsPlaceEntryMaterialsAndALink() throws Exception {
        PlannedSession session =
                PlannedSession.out(district, TITLE, "placeZh", "三楼", "link", "https://live.example.test/reminded");
        course(session);
        Rows.change(
                "insert into training_check_question (course_id, number, text_zh, options, right_option, since) select id, 1,"
                        + " '问', '[{\"zh\": \"a\"}, {\"zh\": \"b\"}]', 0, '2020-01-01' from training_course"
                        + " where code = 'IT-REMIND'");
        session.comes("reminded");
        for (String part : new String[] {"body_text", "body_html"}) {
            assertThat(PlannedSession.letter("reminded", "training-registered").text(part))
                    .contains("训前测试（共1题", "/check");
        }
        Rows.change(
                "update training_registration set changed_at = now() - interval '5 days' where session_id = ?",
                session.id());
        Rows.change(
                "update training_session set starts_at = now() + interval '20 hours', ends_at = now() + interval '22 hours'"
                        + " where id = ?",
                session.id());
        Rows.Row letter = PlannedSession.letter("reminded", "training-reminder");
        assertThat(letter.text("body_text")).contains("三楼", "https://live.example.test/reminded", "材料BEFORE", TITLE);
        assertThat(letter.text("body_text")).contains("训前测试（共1题", PlannedSession.ticket(letter) + "/check");
        assertThat(letter.text("calendar"))
                .contains("METHOD:REQUEST", "UID:registration-" + session.registration("reminded"));
        assertThat(anybody.get(PlannedSession.ticket(letter)).statusCode()).isEqualTo(200);
        assertThat(district.get(session.desk() + "/reminders").body()).contains("提前 1 天");
        assertThat(Rows.number(
                        "select count(*) from mail where template = 'training-reminder' and recipient = ?",
                        "reminded@it.training.test"))
                .isEqualTo(1);
    }

    @Test
    void ofAConferenceItListsTheBreakOutsHeHasChosen() throws Exception {
        PlannedSession conference = PlannedSession.draft(district, TITLE, "kind", "CONFERENCE");
        for (String title : new String[] {"IT-选了", "IT-没选"}) {
            Map<String, String> part = Map.of(
                    "part",
                    "BREAKOUT",
                    "titleZh",
                    title,
                    "startDay",
                    "2099-03-02",
                    "startTime",
                    "10:00",
                    "endTime",
                    "11:00",
                    "placeZh",
                    "二号厅");
            assertThat(district.form(conference.desk() + "/programme/parts/new", part)
                            .statusCode())
                    .isEqualTo(303);
        }
        conference.publish(district);
        String ticket = conference.comes("delegate");
        long chosen = Rows.number(
                "select id from training_session where parent_id = ? and title_zh = 'IT-选了'", conference.id());
        assertThat(anybody.form(ticket + "/programme/" + chosen + "/choice", Map.of())
                        .statusCode())
                .isEqualTo(303);
        Rows.change(
                "update training_registration set changed_at = now() - interval '5 days' where session_id = ?",
                conference.id());
        Rows.change(
                "update training_session set starts_at = now() + interval '20 hours', ends_at = now() + interval '22 hours'"
                        + " where id = ?",
                conference.id());
        assertThat(PlannedSession.letter("delegate", "training-reminder").text("body_text"))
                .contains("您选择的分组讨论", "2099年3月2日（周一）10:00–11:00 IT-选了 · 二号厅")
                .doesNotContain("IT-没选");
    }

    @Test
    void itsOrganiserSaysHowManyDaysBefore() throws Exception {
        PlannedSession session = PlannedSession.draft(district, TITLE);
        assertThat(district.form(session.desk() + "/reminders", Map.of("days", "7"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(district.get("/api/v1/trainings/" + session.id() + "/reminders")
                        .body())
                .contains("\"days\":[7]");
        assertThat(district.form(session.desk() + "/reminders", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(district.form(session.desk() + "/reminders", Map.of("days", "5"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void materialsAreForWhoComesAndThoseOfAfterwardsForWhoWasThere() throws Exception {
        PlannedSession session = PlannedSession.out(district, TITLE);
        course(session);
        String ticket = session.comes("there");
        String absent = session.comes("absent");
        String gone = session.comes("gone");
        anybody.form(gone + "/cancellation", Map.of());
        assertThat(anybody.get(gone + "/materials/" + file("BEFORE")).statusCode())
                .isEqualTo(404);
        String before = ticket + "/materials/" + file("BEFORE");
        String after = "/materials/" + file("AFTER");
        assertThat(anybody.get(ticket).body()).contains(ticket + "/materials");
        assertThat(anybody.get(ticket + "/materials").body())
                .contains("材料BEFORE")
                .doesNotContain("材料AFTER");
        assertThat(PlannedSession.letter("there", "training-registered").text("body_text"))
                .as("a course without questions")
                .doesNotContain("/check");
        assertThat(anybody.get(before).body()).contains("%PDF-1.4 BEFORE");
        assertThat(anybody.get(ticket + after).statusCode()).isEqualTo(404);
        Rows.change(
                "update training_session set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour',"
                        + " status = 'HELD' where id = ?",
                session.id());
        Rows.change(
                "insert into training_attendance (session_id, session_path, registration_id, name, way, arrived_at) select"
                        + " session_id, session_path, id, name, 'TICKET', now() from training_registration where id = ?",
                session.registration("there"));
        assertThat(anybody.get(ticket + after).body()).contains("%PDF-1.4 AFTER");
        assertThat(anybody.get(absent + after).statusCode()).isEqualTo(404);
        Rows.change(
                "insert into training_attendance (session_id, session_path, name, mail, language, way, arrived_at) select id,"
                        + " org_path, 'walked', 'walked@it.training.test', 'zh', 'WALK_IN', now() from training_session"
                        + " where id = ?",
                session.id());
        String walked = "/portal/trainings/tickets/" + "w".repeat(43);
        Rows.change(
                "insert into training_attendance_link (hash, attendance_id, expires_at) select"
                        + " sha256(convert_to(?, 'UTF8')), max(id), '2099-06-01' from training_attendance where name = 'walked'",
                "w".repeat(43));
        assertThat(anybody.get(walked + "/after").body()).contains(walked + "/materials");
        assertThat(anybody.get(walked + "/materials").body()).contains("材料BEFORE", "材料AFTER", walked + "/after");
        assertThat(anybody.get(walked + after).body()).contains("%PDF-1.4 AFTER");
    }
}
