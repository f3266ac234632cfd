package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions in Paris, where the clocks go forward on 29 March 2099 and back on 25 October. */
@RunAsClient
class ZoneIT implements ServerTest {

    private static final String TITLE = "IT-巴黎";
    private static final String PARIS = "Europe/Paris";

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        PlannedSession.forget(TITLE);
    }

    private static String moments(long id) throws SQLException {
        return Rows.one(
                        "select to_char(starts_at at time zone 'UTC', 'MM-DD HH24:MI') || ' '"
                                + " || to_char(ends_at at time zone 'UTC', 'MM-DD HH24:MI') as moments"
                                + " from training_session where id = ?",
                        id)
                .text("moments");
    }

    @Test
    void aSeriesKeepsItsHourWhenTheClocksChangeAndLettersTellTheRightMoments() throws Exception {
        PlannedSession before = PlannedSession.out(
                district, TITLE, "zone", PARIS, "startDay", "2099-03-23", "startTime", "09:00", "endTime", "11:30");
        Map<String, String> series = Map.of(
                "firstDay",
                "2099-03-30",
                "rhythm",
                "WEEKLY",
                "count",
                "1",
                "patternZh",
                TITLE + "{n}",
                "numberFrom",
                "2");
        assertThat(district.form(before.desk() + "/series", series).statusCode())
                .isEqualTo(303);
        long after = Rows.number("select id from training_session where title_zh = ?", TITLE + "2");
        assertThat(moments(before.id())).isEqualTo("03-23 08:00 03-23 10:30");
        assertThat(moments(after)).isEqualTo("03-30 07:00 03-30 09:30");
        before.comes("winter");
        Rows.Row letter = PlannedSession.letter("winter", "training-registered");
        assertThat(letter.text("body_text")).contains("2099年3月23日（周一）09:00–11:30", PARIS);
        assertThat(letter.text("calendar")).contains("DTSTART:20990323T080000Z", "DTEND:20990323T103000Z");
        Plans.publish(district, after);
        assertThat(anybody.get("/portal/trainings/" + after).body()).contains("2099年3月30日（周一）09:00–11:30", PARIS);
        assertThat(anybody.get("/portal/trainings/" + after + ".ics").body())
                .contains("DTSTART:20990330T070000Z", "DTEND:20990330T093000Z");
    }

    @Test
    void aSessionOverTheNightInWhichTheClocksGoBackIsAnHourLongerAndMovesWithAnEntryThatSaysSo() throws Exception {
        PlannedSession session = PlannedSession.out(
                district, TITLE, "zone", PARIS, "startDay", "2099-10-24", "startTime", "22:00", "endTime", "23:00");
        session.comes("night");
        Map<String, String> longer = new TreeMap<>(Plans.facts("titleZh", TITLE, "zone", PARIS));
        longer.putAll(Map.of(
                "startDay",
                "2099-10-24",
                "startTime",
                "22:00",
                "endDay",
                "2099-10-25",
                "endTime",
                "06:00",
                "version",
                session.version()));
        HttpResponse<String> moved = district.form(session.desk() + "/edit", longer);
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(303);
        assertThat(moments(session.id())).isEqualTo("10-24 20:00 10-25 05:00");
        Rows.Row letter = PlannedSession.letter("night", "training-moved");
        assertThat(letter.text("calendar")).contains("DTSTART:20991024T200000Z", "DTEND:20991025T050000Z", "SEQUENCE:");
        assertThat(letter.text("body_text")).contains("22:00", "06:00", PARIS);
        assertThat(district.get(session.desk() + "/edit").body())
                .contains("value=\"2099-10-25\"", "value=\"22:00\"", "value=\"06:00\"", PARIS);
    }

    @Test
    void programsSayTheClockOfThePlaceAndReadMoments() throws SQLException {
        String json = "{\"kind\":\"CLASS\",\"titleZh\":\"" + TITLE + "\",\"startsAt\":\"2099-03-28T22:00:00\","
                + "\"endsAt\":\"2099-03-29T06:00:00\",\"zone\":\"" + PARIS + "\",\"trainers\":[],\"taughtIn\":\"EN\","
                + "\"audience\":[\"ALL\"],\"quotas\":[],\"priorityUnreached\":false,\"approving\":false,\"acceptHours\":0}";
        HttpResponse<String> made = district.json("POST", "/api/v1/trainings", json);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body())
                .contains(
                        "\"startsAt\":\"2099-03-28T21:00:00Z\"",
                        "\"endsAt\":\"2099-03-29T04:00:00Z\"",
                        "\"zone\":\"" + PARIS + "\"");
        assertThat(district.json("POST", "/api/v1/trainings", json.replace(PARIS, "Europe/Nowhere"))
                        .statusCode())
                .isEqualTo(400);
    }
}
