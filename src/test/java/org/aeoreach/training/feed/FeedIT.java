package org.aeoreach.training.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Training in calendar programs. */
@RunAsClient
class FeedIT implements ServerTest {

    private static final String TITLE = "IT-日历";
    private static final String LONG = TITLE + "：一个名称特别长的培训场次，用来查看日历软件所要求的折行，逗号, 分号; 都要转义，且不把一个汉字分成两半";
    private static final Pattern SECRET = Pattern.compile("/calendar/trainings/[A-Za-z0-9_-]{43}\\.ics");

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller anybody = Caller.anonymous();
    private final Caller user = Caller.signedIn("electronics.user");

    @AfterEach
    void forget() throws Exception {
        PlannedSession.forget(TITLE);
        Rows.change("delete from training_feed where account_id = ?", Caller.account("electronics.user"));
    }

    /** Within the time a feed reaches ahead. */
    private PlannedSession soon(Caller who, String title, String... more) throws Exception {
        PlannedSession made = PlannedSession.out(who, title, more);
        Rows.change(
                "update training_session set starts_at = now() + interval '30 days',"
                        + " ends_at = now() + interval '30 days 2 hours' where id = ?",
                made.id());
        return made;
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    @Test
    void whatIsOfferedIsACalendarWithFoldedLines() throws Exception {
        PlannedSession session = soon(district, LONG, "placeZh", "三楼, 东侧", "link", "https://live.example.test/secret");
        HttpResponse<String> answer = anybody.get("/portal/trainings/feed.ics?unit=5300&audience=ALL&taught=ZH");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        String text = answer.body();
        assertThat(text.split("\r\n", -1))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("�"));
        assertThat(unfolded(text))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("METHOD:PUBLISH", "UID:session-" + session.id() + "@", "STATUS:CONFIRMED")
                .contains("逗号\\, 分号\\; 都要转义", "LOCATION:三楼\\, 东侧")
                .contains("/portal/trainings/" + session.id() + "\r\n")
                .doesNotContain("secret")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(anybody.get("/portal/trainings/feed.ics?unit=2200").body()).doesNotContain(TITLE);
        assertThat(anybody.get("/portal/trainings/feed.ics?audience=AEO").body())
                .doesNotContain("session-" + session.id() + "@");
        assertThat(anybody.get("/portal/trainings/feed.ics?taught=EN").body())
                .doesNotContain("session-" + session.id() + "@");
        assertThat(anybody.get("/portal/trainings/feed.ics?audience=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatTheListIsNarrowedToItsCalendarIsToo() throws Exception {
        PlannedSession small = soon(district, TITLE + "小微", "audience", "SME", "placeZh", "三楼");
        PlannedSession other = soon(district, TITLE + "其他", "audience", "AEO", "link", "https://live.example.test/x");
        String narrowed = "audience=SME&amp;place=%E4%B8%89%E6%A5%BC&amp;unit=5300&amp;online=no";
        String query = narrowed.replace("&amp;", "&");
        String list = anybody.get("/portal/trainings?" + query).body();
        assertThat(list)
                .contains("/portal/trainings/" + small.id(), "feed.ics?" + narrowed, "calendar?" + narrowed)
                .contains("href=\"/portal/certificates\"")
                .doesNotContain("/portal/trainings/" + other.id() + "\"");
        assertThat(anybody.get("/portal/trainings/feed.ics?" + query).body())
                .contains("session-" + small.id() + "@")
                .doesNotContain("session-" + other.id() + "@");
        assertThat(anybody.get("/portal/trainings/feed.ics?audience=CBEC").statusCode())
                .isEqualTo(200);
        String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).plusMonths(1).toString();
        Rows.change(
                "update training_session set starts_at = cast(? as timestamptz), ends_at = cast(? as timestamptz)"
                        + " where title_zh like '" + TITLE + "%'",
                month + "-15 01:00+00",
                month + "-15 03:00+00");
        String calendar = anybody.get("/portal/trainings/calendar?month=" + month + "&" + query)
                .body();
        assertThat(calendar)
                .contains("/portal/trainings/" + small.id() + "\"")
                .contains("&amp;" + narrowed, "/portal/trainings?" + narrowed, "name=\"month\" value=\"" + month)
                .doesNotContain("/portal/trainings/" + other.id() + "\"");
        assertThat(anybody.get("/portal/trainings/calendar?month=" + month).body())
                .contains("/portal/trainings/" + other.id() + "\"");
        assertThat(anybody.get("/portal/trainings/calendar?audience=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsCalledOffSaysSoAndOneSessionIsAFile() throws Exception {
        PlannedSession session = soon(district, TITLE);
        assertThat(anybody.get("/portal/trainings/" + session.id() + ".ics").body())
                .contains("METHOD:PUBLISH", "SUMMARY:" + TITLE, "STATUS:CONFIRMED", "SEQUENCE:0");
        district.form(session.desk() + "/cancellation", Map.of("version", session.version(), "reason", "台风"));
        assertThat(anybody.get("/portal/trainings/" + session.id() + ".ics").body())
                .contains("STATUS:CANCELLED", "SEQUENCE:1");
        assertThat(unfolded(anybody.get("/portal/trainings/feed.ics").body()))
                .contains("UID:session-" + session.id() + "@");
        PlannedSession draft = PlannedSession.draft(district, TITLE + "草稿");
        assertThat(anybody.get("/portal/trainings/" + draft.id() + ".ics").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecretLinkShowsWhatTheEnterpriseRegisteredForUntilItIsEnded() throws Exception {
        PlannedSession session = soon(district, TITLE, "link", "https://live.example.test/secret");
        HttpResponse<String> made =
                user.form("/portal/my/trainings/sessions/" + session.id(), PlannedSession.person("mine"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        String letter =
                unfolded(PlannedSession.letter("mine", "training-registered").text("calendar"));
        HttpResponse<String> shown = user.form("/portal/my/trainings/feeds", Map.of("language", "ZH"));
        Matcher secret = SECRET.matcher(shown.body());
        assertThat(secret.find()).isTrue();
        String feed = unfolded(anybody.get(secret.group()).body());
        String uid = "UID:registration-" + session.registration("mine") + "@";
        assertThat(letter).contains(uid);
        assertThat(feed).contains("METHOD:PUBLISH", uid, "STATUS:CONFIRMED", "https://live.example.test/secret");
        assertThat(user.get("/portal/my/trainings/feeds").body()).doesNotContain(secret.group());
        district.form(session.desk() + "/cancellation", Map.of("version", session.version(), "reason", "台风"));
        assertThat(unfolded(anybody.get(secret.group()).body())).contains("STATUS:CANCELLED");
        long id = Rows.number("select max(id) from training_feed");
        assertThat(user.form("/portal/my/trainings/feeds/" + id + "/revocation", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(anybody.get(secret.group()).statusCode()).isEqualTo(404);
    }
}
