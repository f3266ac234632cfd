package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.Blocking;
import org.aeoreach.training.booking.SampleRoom;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a session cannot be planned, or not any more, and what others decide meanwhile. */
@RunAsClient
class PlanRulesIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        Rows.change(
                "delete from training_track where session_id in (select id from training_session where title_zh = ?)",
                Plans.TITLE);
        Plans.forget();
        SampleRoom.forget();
    }

    private HttpResponse<String> edited(long id, String... more) throws SQLException {
        Map<String, String> facts = Plans.facts(more);
        facts.put("version", Plans.version(id));
        return house.form(Plans.HOME + "/" + id + "/edit", facts);
    }

    @Test
    void whatIsOutBecomesNoObservationOrConferenceAndWasNone() throws SQLException {
        long webinar = Plans.published(house, "kind", "WEBINAR");
        HttpResponse<String> refused = edited(webinar, "kind", "OBSERVATION");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"kind-error\"", "准入条件不同");
        assertThat(edited(webinar, "kind", "CONFERENCE").statusCode()).isEqualTo(400);
        assertThat(edited(webinar, "kind", "CLASS").statusCode()).isEqualTo(303);
        long conference = Plans.published(house, "kind", "CONFERENCE");
        assertThat(edited(conference, "kind", "CLASS").statusCode()).isEqualTo(400);
        assertThat(edited(conference, "kind", "CONFERENCE").statusCode()).isEqualTo(303);
    }

    @Test
    void aDraftOfAConferenceStaysOneWhileSomethingStandsInIt() throws SQLException {
        long id = Plans.planned(house, "kind", "CONFERENCE");
        assertThat(edited(id, "kind", "OBSERVATION").statusCode()).isEqualTo(303);
        assertThat(edited(id, "kind", "CONFERENCE").statusCode()).isEqualTo(303);
        Rows.change("insert into training_track (session_id, name_zh, position) values (?, '甲', 1)", id);
        HttpResponse<String> refused = edited(id, "kind", "CLASS");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"kind-error\"", "请先将其删除");
    }

    @Test
    void aZoneIsOneThatEverybodyReadsTheSameWay() throws SQLException {
        for (String wrong : new String[] {"UTC+8", "+08:00", "GMT+8", "SystemV/PST8", "EST5EDT", "Asia/Nowhere"}) {
            HttpResponse<String> refused = house.form(Plans.HOME + "/new", Plans.facts("zone", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).as(wrong).contains("id=\"zone-error\"");
        }
        Plans.planned(house, "zone", "Europe/Berlin");
        Plans.planned(house, "zone", "UTC");
    }

    @Test
    void aLinkThatNobodyCanFollowIsRefusedAtItsField() throws SQLException {
        for (String wrong :
                new String[] {"https://[live.example", "https://live.example/a b", "https://live.example/%zz"}) {
            HttpResponse<String> refused = house.form(Plans.HOME + "/new", Plans.facts("link", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).as(wrong).contains("id=\"link-error\"");
        }
        Plans.planned(house, "link", "https://live.example/a?b=c#d");
    }

    @Test
    void theDayOfReleaseIsTakenAwayAfterItToo() throws SQLException {
        long id = Plans.published(house, "seats", "5", "releaseOn", "2026-01-02");
        Rows.change("update training_session set released = true where id = ?", id);
        HttpResponse<String> emptied = edited(id, "seats", "5");
        assertThat(emptied.statusCode()).as(emptied.body()).isEqualTo(303);
        assertThat(Rows.one("select released from training_session where id = ?", id)
                        .text("released"))
                .isEqualTo("false");
    }

    /** The owner of the room approves while the organiser's page is being saved. */
    @Test
    void whatIsDecidedAboutTheRoomMeanwhileStands() throws Exception {
        SampleRoom room = SampleRoom.at("5300", true);
        long id = Plans.planned(house, "room", Long.toString(room.room()));
        try (Blocking owner = Blocking.by("update training_session set room_status = 'APPROVED' where id = ?", id)) {
            CompletableFuture<HttpResponse<String>> saved = CompletableFuture.supplyAsync(() -> {
                try {
                    return edited(id, "room", Long.toString(room.room()), "aboutZh", "IT-改");
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            owner.met().commit();
            assertThat(saved.join().statusCode()).isEqualTo(303);
        }
        assertThat(Rows.one("select room_status, text_zh from training_session where id = ?", id)
                        .columns()
                        .values())
                .containsExactly("APPROVED", "IT-改");
    }

    @Test
    void aRoomThatIsRenamedIsShownByItsNewNameWhereTheSessionIsToCome() throws SQLException {
        SampleRoom room = SampleRoom.at("5304", false);
        long id = Plans.published(house, "room", Long.toString(room.room()));
        assertThat(anybody.get("/portal/trainings/" + id).body()).contains("样例室");
        Rows.change("update training_room set name_zh = '新名室', name_en = 'Renamed' where id = ?", room.room());
        assertThat(anybody.get("/portal/trainings/" + id).body())
                .contains("新名室")
                .doesNotContain("样例室");
        Rows.change(
                "update training_base set address_zh = '新址' where id = (select base_id from training_room where id = ?)",
                room.room());
        assertThat(anybody.get("/portal/trainings/" + id).body()).contains("新名室（新址）");
        assertThat(edited(id, "room", Long.toString(room.room())).statusCode()).isEqualTo(303);
        assertThat(Rows.number("select sequence from training_session where id = ?", id))
                .as("nobody is told of another place")
                .isZero();
        Rows.change(
                "update training_session set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'"
                        + " where id = ?",
                id);
        Rows.change("update training_room set name_zh = '再改' where id = ?", room.room());
        assertThat(anybody.get("/portal/trainings/" + id).body()).contains("新名室");
    }
}
