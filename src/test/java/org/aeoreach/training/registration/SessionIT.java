package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session from its plan to its letters: who sees it, who gets its seats, what people are told. */
@RunAsClient
class SessionIT implements ServerTest {

    private static final String HOME = "/desk/trainings";
    private static final String TITLE = "IT-培训";
    private static final Pattern TICKET = Pattern.compile("/portal/trainings/tickets/([A-Za-z0-9_-]{43})");

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller elsewhere = Caller.signedIn("gacc.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws Exception {
        String all = "(select id from training_session where title_zh like 'IT-%')";
        Rows.change("delete from mail where template like 'training-%'");
        Rows.change("delete from training_registration where session_id in " + all);
        Rows.change("delete from training_quota where session_id in " + all);
        Rows.change("delete from training_seat_pool where session_id in " + all);
        Rows.change("delete from training_session where title_zh like 'IT-%'");
    }

    private static Map<String, String> facts(String... more) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "kind", "CLASS", "titleZh", TITLE, "startDay", "2099-03-02", "startTime", "09:00", "endTime", "11:30"));
        facts.putAll(Map.of(
                "zone", "Asia/Shanghai", "taughtIn", "ZH", "audience", "ALL", "placeZh", "实训楼", "acceptHours", "0"));
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    private static long planned(Caller who, String... more) throws SQLException {
        HttpResponse<String> answer = who.form(HOME + "/new", facts(more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Rows.number("select max(id) from training_session where title_zh = ?", TITLE);
    }

    private static long published(Caller who, String... more) throws SQLException {
        long id = planned(who, more);
        assertThat(who.form(HOME + "/" + id + "/publication", Map.of("version", version(id)))
                        .statusCode())
                .isEqualTo(303);
        return id;
    }

    private static String version(long id) throws SQLException {
        return Rows.one("select version from training_session where id = ?", id).text("version");
    }

    private static Map<String, String> person(String name) {
        return Map.of("name", name, "mail", name + "@it.training.test", "language", "ZH");
    }

    private static List<String> states(long id) throws SQLException {
        return Rows.all(
                        "select name || ' ' || status as state from training_registration where session_id = ?"
                                + " order by place",
                        id)
                .stream()
                .map(row -> row.text("state"))
                .toList();
    }

    /** The newest letter of that kind to him, once it is written. */
    private static Rows.Row letter(String name, String template) throws Exception {
        String mails = "select body_text, coalesce(calendar, '') as calendar from mail where recipient = ?"
                + " and template = ? order by id desc limit 1";
        List<Rows.Row> found = Rows.all(mails, name + "@it.training.test", template);
        for (int i = 0; i < 120 && found.isEmpty(); i++) {
            Thread.sleep(250);
            found = Rows.all(mails, name + "@it.training.test", template);
        }
        assertThat(found).as(template + " to " + name).isNotEmpty();
        return found.get(0);
    }

    private static String ticket(Rows.Row letter) {
        Matcher found = TICKET.matcher(letter.text("body_text"));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Registers with an address and confirms it. */
    private void comes(long id, String name) throws Exception {
        HttpResponse<String> kept = anybody.form("/portal/trainings/" + id, person(name));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        String ticket = ticket(letter(name, "training-confirm"));
        assertThat(anybody.get(ticket).statusCode()).isEqualTo(200);
        assertThat(anybody.form(ticket + "/confirmation", Map.of()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aDraftIsSeenFromTheOrganiserUpwardAndWhatIsOutByEverybody() throws Exception {
        long id = planned(house);
        assertThat(house.get(HOME + "/" + id).statusCode()).isEqualTo(200);
        assertThat(district.get(HOME + "/" + id).statusCode()).isEqualTo(200);
        assertThat(Caller.signedIn("pudong.officer").get(HOME + "/" + id).statusCode())
                .isEqualTo(404);
        assertThat(anybody.get("/portal/trainings/" + id).statusCode()).isEqualTo(404);
        house.form(HOME + "/" + id + "/publication", Map.of("version", version(id)));
        assertThat(Caller.signedIn("pudong.officer").get(HOME + "/" + id).statusCode())
                .isEqualTo(200);
        assertThat(anybody.get("/portal/trainings/" + id).body()).contains(TITLE);
        assertThat(anybody.get("/portal/trainings?free=yes&audience=ALL").body())
                .contains(TITLE);
        assertThat(anybody.get("/portal/trainings?online=yes&q=" + "IT-").body())
                .doesNotContain(TITLE);
        assertThat(anybody.get("/portal/trainings/calendar?month=2099-03").body())
                .contains(TITLE);
    }

    @Test
    void whoComesLastWaitsAndMovesUpWithALetterAndAnEntryForTheCalendar() throws Exception {
        long id = published(district, "seats", "1");
        comes(id, "first");
        comes(id, "second");
        assertThat(states(id)).containsExactly("first REGISTERED", "second WAITING");
        Rows.Row in = letter("first", "training-registered");
        assertThat(in.text("calendar"))
                .contains("METHOD:REQUEST", "DTSTART:20990302T010000Z", "SEQUENCE:0", "LOCATION:实训楼");
        assertThat(letter("second", "training-waiting").text("calendar")).isEmpty();
        assertThat(anybody.form(ticket(in) + "/cancellation", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(states(id)).containsExactly("first CANCELLED", "second REGISTERED");
        String off = letter("first", "training-cancelled").text("calendar");
        assertThat(off).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
        assertThat(uid(off)).isEqualTo(uid(in.text("calendar")));
        assertThat(letter("second", "training-registered").text("calendar")).contains("METHOD:REQUEST", "SEQUENCE:1");
    }

    private static String uid(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElse("");
    }

    @Test
    void everybodyIsToldWhenItIsMovedAndWhenItIsOff() throws Exception {
        long id = published(district);
        comes(id, "moved");
        letter("moved", "training-registered");
        Map<String, String> later = facts("startDay", "2099-03-09", "reason", "场地维修", "version", version(id));
        assertThat(district.form(HOME + "/" + id + "/edit", later).statusCode()).isEqualTo(303);
        Rows.Row moved = letter("moved", "training-moved");
        assertThat(moved.text("body_text")).contains("2099年3月9日", "场地维修");
        assertThat(moved.text("calendar")).contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART:20990309T010000Z");
        assertThat(district.form(HOME + "/" + id + "/cancellation", Map.of("version", version(id), "reason", "台风"))
                        .statusCode())
                .isEqualTo(303);
        Rows.Row off = letter("moved", "training-called-off");
        assertThat(off.text("body_text")).contains("台风");
        assertThat(off.text("calendar")).contains("METHOD:CANCEL", "SEQUENCE:2");
        assertThat(anybody.form("/portal/trainings/" + id, person("late")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anEnterpriseRegistersItsPeopleUpToItsShareAndItsHouseSeesThem() throws Exception {
        long id = published(elsewhere, "seats", "5", "perEnterprise", "1");
        Caller user = Caller.signedIn("electronics.user");
        HttpResponse<String> made = user.form("/portal/my/trainings/sessions/" + id, person("mine"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(user.form("/portal/my/trainings/sessions/" + id, person("another"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(user.get("/portal/my/trainings").body()).contains("mine", TITLE);
        String list = "/desk/trainings/registrations?session=" + id;
        assertThat(elsewhere.get(list).body()).contains("mine@it.training.test");
        assertThat(Caller.signedIn("pudong.officer").get(list).body()).doesNotContain("mine@it.training.test");
        String one = made.headers().firstValue("Location").orElse("");
        assertThat(user.form(one.replaceFirst("https?://[^/]+", "") + "/cancellation", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(states(id)).containsExactly("mine CANCELLED");
    }

    @Test
    void whatDoesNotFitIsSaidAtItsFieldWithWhatWasTyped() throws Exception {
        for (String[] wrong : new String[][] {
            {"endTime", "08:00"},
            {"quotas", "5304 zwanzig"},
            {"quotas", "9876 3", "seats", "5"},
            {"quotas", "5304 6", "seats", "5"},
            {"quotas", "5304 6"},
            {"zone", "Asia/Nowhere"}
        }) {
            HttpResponse<String> refused = district.form(HOME + "/new", facts(wrong));
            assertThat(refused.statusCode()).as(String.join(" ", wrong)).isEqualTo(400);
            assertThat(refused.body()).contains("value=\"" + TITLE + "\"");
        }
        assertThat(Rows.number("select count(*) from training_session where title_zh = ?", TITLE))
                .isZero();
    }

    @Test
    void aSeatKeptForAHouseIsForItsEnterprises() throws Exception {
        long id = published(district, "seats", "1", "quotas", "5304 1");
        comes(id, "stranger");
        assertThat(states(id)).containsExactly("stranger WAITING");
        long enterprise = SampleSession.enterprise("5304", 0);
        Map<String, String> form = new TreeMap<>(person("ours"));
        form.put("enterprise", Long.toString(enterprise));
        form.put(
                "enterpriseText",
                Rows.one("select name_zh from enterprise where id = ?", enterprise)
                        .text("name_zh"));
        HttpResponse<String> made = house.form(HOME + "/" + id + "/registrations/new", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(states(id)).containsExactly("stranger WAITING", "ours REGISTERED");
    }
}
