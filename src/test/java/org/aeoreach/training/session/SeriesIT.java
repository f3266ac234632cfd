package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.booking.SampleRoom;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions made from others: copies, series, templates. */
@RunAsClient
class SeriesIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller elsewhere = Caller.signedIn("pudong.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        Plans.forget();
        SampleRoom.forget();
    }

    private static Map<String, String> series(String... more) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "firstDay",
                "2099-03-09",
                "rhythm",
                "WEEKLY",
                "count",
                "3",
                "patternZh",
                "IT-第{n}期",
                "patternEn",
                "IT no. {n}",
                "numberFrom",
                "2"));
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    private static List<String> plans() throws SQLException {
        return Rows.all(
                        "select title_zh || ' ' || to_char(starts_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') || ' '"
                                + " || status as plan from training_session where title_zh like 'IT-%' and not template"
                                + " order by starts_at, id")
                .stream()
                .map(row -> row.text("plan"))
                .toList();
    }

    @Test
    void aSeriesIsPlannedWithItsRoomsAndItsSessionsKnowOneAnother() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        long first = Plans.planned(
                house,
                "room",
                Long.toString(room.room()),
                "registrationUntil",
                "2099-02-20",
                "quotas",
                "5304 2",
                "seats",
                "5");
        HttpResponse<String> made = house.form(Plans.HOME + "/" + first + "/series", series());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(plans())
                .containsExactly(
                        Plans.TITLE + " 03-02 09:00 DRAFT",
                        "IT-第2期 03-09 09:00 DRAFT",
                        "IT-第3期 03-16 09:00 DRAFT",
                        "IT-第4期 03-23 09:00 DRAFT");
        assertThat(room.approved()).isEqualTo(4);
        assertThat(Plans.page(house, first)).contains("同一系列的场次", "IT-第2期", "IT-第4期");
        long third = Rows.number("select id from training_session where title_zh = 'IT-第3期'");
        assertThat(Plans.page(house, third)).contains(Plans.TITLE, "2099年3月6日", "5304</span> 2");
        Plans.publish(house, third);
        Plans.publish(house, first);
        assertThat(anybody.get("/portal/trainings/" + third).body())
                .contains("同一系列的场次", Plans.TITLE)
                .doesNotContain("IT-第4期");
    }

    @Test
    void whenTheRoomIsTakenOnSomeDaysNothingIsMadeAndTheDaysAreNamed() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        String[] where = {"room", Long.toString(room.room())};
        long first = Plans.planned(house, where);
        Plans.planned(house, "room", where[1], "titleZh", "IT-占用", "startDay", "2099-03-12", "startTime", "11:00");
        Plans.planned(house, "room", where[1], "titleZh", "IT-占用", "startDay", "2099-03-18");
        long bookings = Rows.number("select count(*) from training_booking where room_id = ?", room.room());
        HttpResponse<String> refused = house.form(
                Plans.HOME + "/" + first + "/series", series("rhythm", "DAYS", "everyDays", "3", "count", "5"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"firstDay-error\"", "2099-03-12、2099-03-18", "value=\"IT-第{n}期\"")
                .doesNotContain("2099-03-15");
        assertThat(plans()).hasSize(3);
        assertThat(Rows.number("select count(*) from training_booking where room_id = ?", room.room()))
                .isEqualTo(bookings);
        assertThat(Rows.number("select count(*) from training_session where id = ? and series_id is not null", first))
                .isZero();
        assertThat(house.form(Plans.HOME + "/" + first + "/series", series("rhythm", "DAYS"))
                        .body())
                .contains("id=\"everyDays-error\"");
    }

    @Test
    void sessionsOfASeriesThatWouldMeetInTheirRoomAreNotMade() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        long first = Plans.planned(house, "room", Long.toString(room.room()), "endDay", "2099-03-03");
        HttpResponse<String> refused = house.form(
                Plans.HOME + "/" + first + "/series", series("rhythm", "DAYS", "everyDays", "1", "count", "2"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"firstDay-error\"", "2099-03-10")
                .doesNotContain("2099-03-09。");
        assertThat(plans()).hasSize(1);
        assertThat(room.approved()).isEqualTo(1);
    }

    @Test
    void aCopyHasEverythingButTimeRegistrationsAndStatus() throws SQLException {
        long source = Plans.published(
                house,
                "aboutZh",
                "讲解单证",
                "seats",
                "7",
                "quotas",
                "5304 2",
                "perEnterprise",
                "2",
                "approving",
                "true",
                "priorityUnreached",
                "true",
                "placeZh",
                "实训楼",
                "registrationUntil",
                "2099-02-20");
        house.form(Plans.HOME + "/" + source + "/fields/new", Map.of("questionZh", "职务", "answerKind", "TEXT"));
        Rows.change(
                "insert into training_registration (session_id, session_path, name, mail, language, status) select id,"
                        + " org_path, 'x', 'x@it.training.test', 'zh', 'WAITING' from training_session where id = ?",
                source);
        String filled = house.get(Plans.HOME + "/new?from=" + source).body();
        assertThat(filled)
                .contains("讲解单证", "value=\"实训楼\"", "5304 2", "name=\"startDay\" type=\"date\" value=\"\"")
                .doesNotContain("2099-02-20");
        Map<String, String> facts = Plans.facts("titleZh", "IT-复制", "from", Long.toString(source));
        facts.put("startDay", "2099-05-04");
        long copy = Plans.planned(house, pairs(facts));
        assertThat(Rows.one(
                                "select string_agg(label_zh, ',') as asked from training_session_field where session_id = ?",
                                copy)
                        .text("asked"))
                .isEqualTo("职务");
        HttpResponse<String> other = house.json(
                "POST",
                "/api/v1/trainings/" + source + "/copies",
                "{\"startsAt\":\"2099-06-01T09:00:00\",\"endsAt\":\"2099-06-01T10:00:00\"}");
        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
        assertThat(other.body())
                .contains(
                        "\"status\":\"DRAFT\"",
                        "\"capacity\":7",
                        "\"unit\":\"5304\"",
                        "\"perEnterprise\":2",
                        "\"approval\":true",
                        "\"priorityUnreached\":true",
                        "\"placeZh\":\"实训楼\"",
                        "\"waiting\":0")
                .doesNotContain("\"registrationUntil\":\"");
    }

    private static String[] pairs(Map<String, String> facts) {
        return facts.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void aTemplateOfAUnitHoldsNoRoomAndSessionsArePlannedFromIt() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        long source = Plans.planned(house, "room", Long.toString(room.room()));
        HttpResponse<String> kept = house.form(Plans.HOME + "/" + source + "/template", Map.of());
        assertThat(kept.statusCode()).isEqualTo(303);
        long template =
                Rows.number("select max(id) from training_session where template and title_zh = ?", Plans.TITLE);
        assertThat(room.approved()).isEqualTo(1);
        assertThat(Plans.page(house, template)).contains("这是本机构的模板", "样例室").doesNotContain("/publication");
        assertThat(Plans.publish(house, template).statusCode()).isEqualTo(409);
        assertThat(elsewhere.get(Plans.HOME + "/" + template).statusCode()).isEqualTo(404);
        assertThat(house.get(Plans.HOME + "?q=IT-").body()).doesNotContain("/desk/trainings/" + template + "\"");
        assertThat(house.get(Plans.HOME + "?q=IT-&templates=true").body())
                .contains("/desk/trainings/" + template + "\"");
        assertThat(house.get(Plans.HOME + "/new").body()).contains("new?from=" + template);
        assertThat(house.get(Plans.HOME + "/new?from=" + template).body())
                .contains("value=\"" + room.room() + "\" selected");
        house.form(Plans.HOME + "/" + template + "/series", series("numberFrom", "1", "count", "2"));
        assertThat(plans()).contains("IT-第1期 03-09 09:00 DRAFT", "IT-第2期 03-16 09:00 DRAFT");
        assertThat(room.approved()).isEqualTo(3);
        assertThat(house.form(Plans.HOME + "/" + template + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.get(Plans.HOME + "/" + template).statusCode()).isEqualTo(404);
        assertThat(house.form(Plans.HOME + "/" + source + "/removal", Map.of()).statusCode())
                .as("no template")
                .isEqualTo(409);
    }

    @Test
    void aSessionIsPlannedFromACourse() throws SQLException {
        String course = Rows.one("select id from training_course where code = 'SECURITY'")
                .text("id");
        assertThat(house.get("/desk/trainings/courses/" + course).body()).contains("new?course=" + course);
        assertThat(house.get(Plans.HOME + "/new?course=" + course).body())
                .contains("value=\"贸易安全实务\"", "value=\"" + course + "\" selected", "value=\"11:00\"");
    }
}
