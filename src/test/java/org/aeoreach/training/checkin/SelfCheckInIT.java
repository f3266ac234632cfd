package org.aeoreach.training.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checking oneself in with the code shown in the room. */
@RunAsClient
class SelfCheckInIT implements ServerTest {

    private static final Pattern DIGITS = Pattern.compile("room-code-digits code\">([0-9]{3} [0-9]{3})<");

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller anybody = Caller.anonymous();

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
        Rows.change("delete from rate_counter");
    }

    private String shown(SampleHall hall) {
        Matcher digits = DIGITS.matcher(
                house.get("/desk/trainings/" + hall.id() + "/room-code").body());
        assertThat(digits.find()).isTrue();
        return digits.group(1);
    }

    private int typed(String link, String code) {
        return anybody.form(link + "/arrival", Map.of("roomCode", code)).statusCode();
    }

    @Test
    void whoTypesTheCodeOfTheRoomIsThereOnceAndWhoTypesAnotherIsNot() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        SampleHall other = SampleHall.of(null);
        String link = hall.link(hall.person("a", "REGISTERED"));
        assertThat(anybody.get(link).body()).contains(link + "/arrival");
        assertThat(typed(link, shown(other))).as("code of another room").isEqualTo(400);
        assertThat(typed(link, "")).isEqualTo(400);
        assertThat(hall.present()).isEmpty();
        assertThat(typed(link, shown(hall))).isEqualTo(303);
        assertThat(typed(link, shown(hall))).isEqualTo(303);
        assertThat(hall.present()).containsExactly("a");
        assertThat(Rows.one("select way from training_attendance where session_id = ?", hall.id())
                        .text("way"))
                .isEqualTo("SELF");
    }

    @Test
    void nobodyChecksInLongBeforeOrAfterOrWithoutASeat() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long id = hall.person("a", "REGISTERED");
        String link = hall.link(id);
        String code = shown(hall);
        hall.during("31 minutes", "2 hours");
        assertThat(typed(link, code)).isEqualTo(404);
        assertThat(anybody.get(link).body()).doesNotContain(link + "/arrival");
        hall.during("-2 hours", "-1 minute");
        assertThat(typed(link, code)).isEqualTo(404);
        hall.during("29 minutes", "2 hours");
        Rows.change("update training_registration set status = 'WAITING' where id = ?", id);
        assertThat(typed(link, code)).isEqualTo(404);
        assertThat(hall.present()).isEmpty();
        Rows.change("update training_registration set status = 'REGISTERED' where id = ?", id);
        assertThat(typed(link, shown(hall))).isEqualTo(303);
    }

    @Test
    void whoGuessesIsStoppedAndTheOthersAreNot() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long guessing = hall.person("a", "REGISTERED");
        String link = hall.link(guessing);
        assertThat(typed(link, "000")).isEqualTo(400);
        assertThat(Rows.number("select sum(used) from rate_counter where key = ?", "SIGN_IN:subject:room:" + guessing))
                .as("a wrong code was counted")
                .isEqualTo(1);
        Rows.change("delete from rate_counter");
        Rows.change(
                "insert into rate_counter select 'SIGN_IN:subject:room:' || ?, to_timestamp(floor(extract(epoch"
                        + " from clock_timestamp()) / 60) * 60 + s), 1000000 from (values (0), (60)) v (s)",
                Long.toString(guessing));
        assertThat(typed(link, shown(hall))).isEqualTo(429);
        assertThat(typed(hall.link(hall.person("b", "REGISTERED")), shown(hall)))
                .isEqualTo(303);
        assertThat(hall.present()).containsExactly("b");
    }

    @Test
    void onlyTheOrganiserShowsTheCode() throws SQLException {
        String page = "/desk/trainings/" + SampleHall.of(null).id() + "/room-code";
        assertThat(Caller.signedIn("pudong.officer").get(page).statusCode()).isEqualTo(404);
        assertThat(anybody.get(page).body()).doesNotContain("room-code-digits");
    }

    @Test
    void whoScansTheWallSignsInWithItsCodeAndHearsWhenNobodyOfHisHoldsASeat() throws SQLException {
        String scanned = "/portal/trainings/" + SampleHall.of(null).id() + "/arrival?code=123456";
        assertThat(anybody.get(scanned).body())
                .contains("href=\"/sign-in?next=" + URLEncoder.encode(scanned, StandardCharsets.UTF_8) + "\"")
                .doesNotContain("没有已取得本场次名额");
        assertThat(Caller.signedIn("electronics.user").get(scanned).body())
                .contains("没有已取得本场次名额的人员")
                .doesNotContain("/sign-in?next=");
    }

    @Test
    void whoLooksAtTheCodeChangesNothing() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String secret = "select encode(secret, 'hex') as it from training_room_secret where session_id = ?";
        String before = Rows.one(secret, hall.id()).text("it");
        shown(hall);
        assertThat(Rows.one(secret, hall.id()).text("it")).isEqualTo(before);
    }
}
