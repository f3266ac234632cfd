package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.booking.SampleRoom;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session and its room: had together or not at all. */
@RunAsClient
class RoomOfSessionIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        Plans.forget();
        SampleRoom.forget();
    }

    private static String room(SampleRoom room) {
        return Long.toString(room.room());
    }

    private static String booking(long session) throws SQLException {
        return Rows.one(
                        "select string_agg(status || ' ' || to_char(lower(during) at time zone 'Asia/Shanghai',"
                                + " 'MM-DD HH24:MI'), ',' order by id) as all from training_booking where session_id = ?",
                        session)
                .text("all");
    }

    @Test
    void ofTwoSessionsThatWantOneRoomAtOnceOneIsThereWithItAndTheOtherIsNot() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", false);
        var answers = Stream.of(house, district)
                .map(who -> CompletableFuture.supplyAsync(
                        () -> who.form(Plans.HOME + "/new", Plans.facts("room", room(room)))))
                .toList();
        var all = answers.stream().map(CompletableFuture::join).toList();
        assertThat(all).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 400);
        HttpResponse<String> refused = all.stream()
                .filter(each -> each.statusCode() == 400)
                .findFirst()
                .orElseThrow();
        assertThat(refused.body()).contains("id=\"room-error\"", "该场地在此时段已被占用", "value=\"" + Plans.TITLE + "\"");
        assertThat(Rows.number("select count(*) from training_session where title_zh = ?", Plans.TITLE))
                .isEqualTo(1);
        assertThat(room.approved()).isEqualTo(1);
    }

    @Test
    void aRoomThatIsRefusedKeepsTheSessionFromBeingPublishedUntilAnotherIsFound() throws SQLException {
        SampleRoom wanted = SampleRoom.at("5300", true);
        long id = Plans.planned(house, "room", room(wanted));
        assertThat(Plans.page(house, id)).contains("场地待审批", "样例室");
        HttpResponse<String> early = Plans.publish(house, id);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("场地尚未批准");
        long booking = Rows.number("select id from training_booking where session_id = ?", id);
        Map<String, String> no = Map.of("version", "0", "reason", "设备检修");
        assertThat(district.form("/desk/trainings/bookings/" + booking + "/refusal", no)
                        .statusCode())
                .isEqualTo(303);
        assertThat(Plans.page(house, id)).contains("场地未获批准", "设备检修");
        assertThat(house.get(Plans.HOME + "?roomless=yes").body()).contains(Plans.TITLE);
        assertThat(house.get("/desk").body()).contains("场地申请未获批准");
        assertThat(Plans.publish(house, id).body()).contains("另选场地或时间，然后发布");
        SampleRoom own = SampleRoom.at("5304", true);
        Map<String, String> other = Plans.facts("room", room(own), "version", Plans.version(id));
        assertThat(house.form(Plans.HOME + "/" + id + "/edit", other).statusCode())
                .isEqualTo(303);
        assertThat(Plans.publish(house, id).statusCode()).isEqualTo(303);
        assertThat(anybody.get("/portal/trainings/" + id).body()).contains("样例室");
    }

    @Test
    void anApprovedRoomLetsItBePublished() throws SQLException {
        SampleRoom wanted = SampleRoom.at("5300", true);
        long id = Plans.planned(house, "room", room(wanted));
        long booking = Rows.number("select id from training_booking where session_id = ?", id);
        district.form("/desk/trainings/bookings/" + booking + "/approval", Map.of("version", "0"));
        assertThat(Plans.page(house, id)).contains("场地已订");
        assertThat(district.get("/desk/trainings/bookings/" + booking).body())
                .as("leads to what it is for")
                .contains("href=\"" + Plans.HOME + "/" + id + "\"");
        assertThat(Plans.publish(house, id).statusCode()).isEqualTo(303);
    }

    @Test
    void theBookingMovesWithTheSessionAndIsGivenBackWhenItIsOff() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        long id = Plans.planned(house, "room", room(room));
        assertThat(booking(id)).isEqualTo("APPROVED 03-02 09:00");
        String edit = Plans.HOME + "/" + id + "/edit";
        house.form(edit, Plans.facts("room", room(room), "titleZh", "IT-改名", "version", Plans.version(id)));
        assertThat(booking(id)).as("kept").isEqualTo("APPROVED 03-02 09:00");
        // By who is above: it stays the booking of the house.
        district.form(edit, Plans.facts("room", room(room), "startDay", "2099-03-03", "version", Plans.version(id)));
        assertThat(booking(id)).isEqualTo("GIVEN_UP 03-02 09:00,APPROVED 03-03 09:00");
        Map<String, String> off = Map.of("version", Plans.version(id), "reason", "台风");
        assertThat(house.form(Plans.HOME + "/" + id + "/cancellation", off).statusCode())
                .isEqualTo(303);
        assertThat(room.approved()).isZero();
    }

    @Test
    void aMoveIntoATakenRoomLeavesTheSessionWithWhatItHad() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        long id = Plans.planned(house, "room", room(room));
        Plans.planned(house, "room", room(room), "startDay", "2099-03-03");
        HttpResponse<String> refused = house.form(
                Plans.HOME + "/" + id + "/edit",
                Plans.facts("room", room(room), "startDay", "2099-03-03", "version", Plans.version(id)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"room-error\"");
        assertThat(booking(id)).isEqualTo("APPROVED 03-02 09:00");
        Map<String, String> without = Plans.facts("placeZh", "实训楼", "version", Plans.version(id));
        assertThat(house.form(Plans.HOME + "/" + id + "/edit", without).statusCode())
                .isEqualTo(303);
        assertThat(booking(id)).isEqualTo("GIVEN_UP 03-02 09:00");
        assertThat(Plans.page(house, id)).contains("实训楼");
    }

    @Test
    void aPlaceBesideARoomAndMoreSeatsThanItHoldsAreRefusedAtTheirFields() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        assertThat(house.form(Plans.HOME + "/new", Plans.facts("room", room(room), "placeZh", "实训楼"))
                        .body())
                .contains("id=\"placeZh-error\"", "value=\"实训楼\"");
        assertThat(house.form(Plans.HOME + "/new", Plans.facts("room", room(room), "seats", "11"))
                        .body())
                .contains("id=\"seats-error\"", "最多容纳10人");
        assertThat(house.form(Plans.HOME + "/new", Plans.facts("room", "999999999"))
                        .body())
                .contains("id=\"room-error\"");
        assertThat(room.approved()).isZero();
    }

    @Test
    void anOnlineRoomLendsItsLinkToWhoComesOnly() throws SQLException {
        SampleRoom room = SampleRoom.online("5304");
        long id = Plans.published(house, "room", room(room));
        assertThat(Plans.page(house, id)).contains("https://meeting.example/it");
        assertThat(anybody.get("/portal/trainings/" + id).body())
                .contains("会议链接告知已报名人员")
                .doesNotContain("meeting.example");
        assertThat(anybody.get("/portal/trainings?online=yes").body()).contains(Plans.TITLE);
    }
}
