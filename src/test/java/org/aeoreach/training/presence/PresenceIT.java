package org.aeoreach.training.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.checkin.SampleHall;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attendance from the list of participants of an online session of two hours. */
@RunAsClient
class PresenceIT implements ServerTest {

    private static final String LIST = "姓名,邮箱,入会时间,离会时间\n"
            + "Wang Fang,WANG@hall.example,2026-03-02 09:00:00,2026-03-02 10:00:00\n"
            + "Wang Fang,wang@hall.example,2026-03-02 09:30:00,2026-03-02 10:30:00\n"
            + "Li,,2026-03-02 09:00:00,2026-03-02 10:00:00\n"
            + "陌生人,stranger@hall.example,2026-03-02 08:00:00,2026-03-02 12:00:00\n";

    private final Caller house = Caller.signedIn("shekou.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    private static SampleHall hall() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        Rows.change(
                "update training_session set starts_at = '2026-03-02 01:00+00', ends_at = '2026-03-02 03:00+00'"
                        + " where id = ?",
                hall.id());
        hall.person("wang", "REGISTERED");
        hall.person("li", "REGISTERED");
        hall.person("away", "REGISTERED");
        return hall;
    }

    private static HttpResponse<String> upload(Caller caller, SampleHall hall, String content) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--cut--\r\n";
        return caller.send(
                "POST",
                "/desk/trainings/" + hall.id() + "/participants",
                body,
                "Content-Type",
                "multipart/form-data; boundary=cut");
    }

    /** As a conferencing tool writes it: moments and times are numbers that are shown as such. */
    private HttpResponse<String> uploadWorkbook(SampleHall hall) throws IOException {
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(sheet, "test", "1.0")) {
            Worksheet rows = workbook.newWorksheet("A");
            String[] header = {"姓名", "邮箱", "入会时间", "离会时间", "在会时长"};
            for (int i = 0; i < header.length; i++) {
                rows.value(0, i, header[i]);
            }
            moment(rows, 1, "wang", "09:00:00", "10:30:20");
            moment(rows, 2, "li", "10:15:00", null);
            moment(rows, 3, "away", "09:00:00", "11:00:00");
            rows.value(3, 4, 25 / 1440.0);
            rows.style(3, 4).format("[h]:mm:ss").set();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.xlsx\"\r\n"
                        + "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        sheet.writeTo(body);
        body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return house.bytes(
                "POST",
                "/desk/trainings/" + hall.id() + "/participants",
                body.toByteArray(),
                "Content-Type",
                "multipart/form-data; boundary=cut");
    }

    private static void moment(Worksheet rows, int line, String name, String joined, @Nullable String left) {
        rows.value(line, 0, name);
        rows.value(line, 1, name + "@hall.example");
        rows.value(line, 2, LocalDateTime.parse("2026-03-02T" + joined));
        rows.style(line, 2).format("yyyy/m/d h:mm").set();
        if (left != null) {
            rows.value(line, 3, LocalDateTime.parse("2026-03-02T" + left));
            rows.style(line, 3).format("yyyy/m/d h:mm").set();
        }
    }

    @Test
    void cellsThatHoldMomentsAndTimesAreRead() throws Exception {
        SampleHall hall = hall();
        HttpResponse<String> answer = uploadWorkbook(hall);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        take(hall, "{}");
        assertThat(attendance(hall)).containsExactly("away 25 false LIST", "li 45 false LIST", "wang 90 true LIST");
        assertThat(Rows.one(
                                "select to_char(arrived_at at time zone 'Asia/Shanghai', 'HH24:MI') || ' '"
                                        + " || to_char(left_at at time zone 'Asia/Shanghai', 'HH24:MI:SS') as it"
                                        + " from training_attendance where session_id = ? and name = 'wang'",
                                hall.id())
                        .text("it"))
                .isEqualTo("09:00 10:30:20");
    }

    /** The same as a spreadsheet; times stand in it as dates. */
    private static HttpResponse<String> sheet(Caller caller, SampleHall hall) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.xlsx\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(table, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("list");
            String[] head = {"姓名", "邮箱", "入会时间", "离会时间"};
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
            }
            sheet.value(1, 0, "Wang Fang");
            sheet.value(1, 1, "wang@hall.example");
            sheet.value(1, 2, LocalDateTime.of(2026, 3, 2, 9, 0));
            sheet.value(1, 3, LocalDateTime.of(2026, 3, 2, 10, 30));
            sheet.range(1, 2, 1, 3).style().format("yyyy-MM-dd H:mm:ss").set();
            sheet.value(2, 0, "Li");
            sheet.value(2, 2, "2026-03-02 09:00:00");
            sheet.value(2, 3, "2026-03-02 10:00:00");
        }
        content.write(table.toByteArray());
        content.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return Caller.send(
                HttpRequest.newBuilder(URI.create(TestServer.base() + "/desk/trainings/" + hall.id() + "/participants"))
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .header("Cookie", Objects.requireNonNull(caller.cookie()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content.toByteArray()))
                        .build());
    }

    private static long row(SampleHall hall, String name) throws SQLException {
        return Rows.number("select id from training_presence where session_id = ? and name = ?", hall.id(), name);
    }

    private HttpResponse<String> take(SampleHall hall, String decided) {
        return house.json("POST", "/api/v1/trainings/" + hall.id() + "/participants/taking", decided);
    }

    private static List<String> attendance(SampleHall hall) throws SQLException {
        return Rows.all(
                        "select name || ' ' || minutes || ' ' || counts || ' ' || way as it from training_attendance"
                                + " where session_id = ? order by name",
                        hall.id())
                .stream()
                .map(row -> row.text("it"))
                .toList();
    }

    @Test
    void rowsAddUpNamesAreConfirmedAndTooShortDoesNotCount() throws SQLException {
        SampleHall hall = hall();
        HttpResponse<String> answer = upload(house, hall, LIST);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(Rows.all(
                        "select name || ' ' || minutes || ' ' || found as it from training_presence"
                                + " where session_id = ? order by name collate \"C\"",
                        hall.id()))
                .extracting(row -> row.text("it"))
                .containsExactly("Li 60 NAME", "Wang Fang 90 MAIL", "陌生人 120 NONE");
        assertThat(attendance(hall)).as("nobody has decided").isEmpty();
        assertThat(take(hall, "{\"confirmed\":[" + row(hall, "Li") + "],\"walkIns\":[" + row(hall, "陌生人") + "]}")
                        .body())
                .contains("\"people\":3");
        List<String> taken = attendance(hall);
        assertThat(taken).containsExactlyInAnyOrder("li 60 false LIST", "wang 90 true LIST", "陌生人 120 true LIST");

        upload(house, hall, LIST);
        take(hall, "{\"confirmed\":[" + row(hall, "Li") + "],\"walkIns\":[" + row(hall, "陌生人") + "]}");
        assertThat(attendance(hall)).as("the same list once more").isEqualTo(taken);
    }

    @Test
    void whoseNameNobodyConfirmsIsLeftOut() throws SQLException {
        SampleHall hall = hall();
        upload(house, hall, LIST);
        assertThat(take(hall, "{}").body()).contains("\"people\":1");
        assertThat(attendance(hall)).containsExactly("wang 90 true LIST");
    }

    @Test
    void aListThatSaysNotWhoWasThereHowLongIsRefusedWithTheReason() throws SQLException {
        SampleHall hall = hall();
        HttpResponse<String> answer = upload(house, hall, "姓名,部门\n王芳,关务\n");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("在会时长");
        assertThat(upload(house, hall, "姓名,时长\n王芳,很久\n").body()).contains("第 2 行");
        assertThat(upload(Caller.signedIn("pudong.officer"), hall, LIST).statusCode())
                .isEqualTo(404);
        Rows.change("update training_session set status = 'HELD' where id = ?", hall.id());
        assertThat(upload(house, hall, LIST).body()).contains("签到已结束");
    }

    @Test
    void aSpreadsheetIsReadAsAListIs() throws Exception {
        SampleHall hall = hall();
        HttpResponse<String> answer = sheet(house, hall);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(Rows.all(
                        "select name || ' ' || minutes || ' ' || found as it from training_presence"
                                + " where session_id = ? order by name collate \"C\"",
                        hall.id()))
                .extracting(row -> row.text("it"))
                .containsExactly("Li 60 NAME", "Wang Fang 90 MAIL");
    }

    @Test
    void oneChoiceIsMadeForEachPersonAndStaysWhenAttendanceWasClosedMeanwhile() throws SQLException {
        SampleHall hall = hall();
        upload(house, hall, LIST);
        String li = "decided-" + row(hall, "Li");
        String stranger = "decided-" + row(hall, "陌生人");
        String taking = "/desk/trainings/" + hall.id() + "/participants/taking";
        Rows.change("update training_session set status = 'HELD' where id = ?", hall.id());
        HttpResponse<String> refused = house.form(taking, Map.of(li, "SAME", stranger, "WALK_IN"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("name=\"" + li + "\" value=\"SAME\" checked", "value=\"WALK_IN\" checked", "签到已结束");
        Rows.change("update training_session set status = 'PUBLISHED' where id = ?", hall.id());
        assertThat(house.form(taking, Map.of(li, "WALK_IN", stranger, "NONE")).statusCode())
                .isEqualTo(303);
        assertThat(attendance(hall)).containsExactlyInAnyOrder("Li 60 false LIST", "wang 90 true LIST");
    }

    @Test
    void momentsNotOfOurTimeAreRefused() throws SQLException {
        SampleHall hall = hall();
        assertThat(house.json(
                                "PUT",
                                "/api/v1/trainings/" + hall.id() + "/participants",
                                "{\"participants\":[{\"name\":\"x\",\"joined\":\"+1000000000-12-31T23:59:59Z\"}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(upload(house, hall, "姓名,入会时间,离会时间\nx,1026-03-02 09:00:00,9026-03-02 10:00:00\n")
                        .body())
                .contains("第 2 行");
    }
}
