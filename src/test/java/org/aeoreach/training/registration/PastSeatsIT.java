package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is offered what would be refused: a ticket, a seat, giving one up, once the session is over or closed. */
@RunAsClient
class PastSeatsIT implements ServerTest {

    private static final String TITLE = "IT-已结束";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller elsewhere = Caller.signedIn("pudong.officer");
    private final Caller user = Caller.signedIn("electronics.user");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        PlannedSession.forget(TITLE);
    }

    private static void during(PlannedSession session, String from, String until) throws SQLException {
        Rows.change(
                "update training_session set starts_at = now() + cast(? as interval), ends_at = now() + cast(? as interval)"
                        + " where id = ?",
                from,
                until,
                session.id());
    }

    @Test
    void aSeatAtASessionThatIsOverIsNeitherShownAtTheDoorNorGivenUp() throws Exception {
        PlannedSession session = PlannedSession.out(house, TITLE);
        assertThat(user.form("/portal/my/trainings/sessions/" + session.id(), PlannedSession.person("mine"))
                        .statusCode())
                .isEqualTo(303);
        long registration = session.registration("mine");
        String mine = "/portal/my/trainings/" + registration;
        String desk = "/desk/trainings/registrations/" + registration;
        String ticket = session.comes("guest");
        assertThat(user.get(mine).body())
                .contains(mine + "/pass", mine + "/cancellation")
                .doesNotContain(mine + "/arrival");
        assertThat(anybody.get(ticket).body()).contains(ticket + "/pass", ticket + "/cancellation");
        assertThat(house.get(desk).body()).contains(desk + "/cancellation");

        during(session, "-10 minutes", "1 hour");
        assertThat(user.get(mine).body()).contains(mine + "/pass", mine + "/arrival", mine + "/cancellation");

        during(session, "-3 hours", "-1 hour");
        assertThat(user.get(mine).body())
                .as("the door is still open")
                .contains(mine + "/pass")
                .doesNotContain(mine + "/arrival", mine + "/cancellation");

        during(session, "-60 days", "-59 days");
        assertThat(user.get(mine).body()).doesNotContain(mine + "/pass", mine + "/arrival", mine + "/cancellation");
        assertThat(anybody.get(ticket).body()).doesNotContain(ticket + "/pass", ticket + "/cancellation");
        assertThat(house.get(desk).body()).doesNotContain(desk + "/cancellation");
    }

    @Test
    void anOfficerIsToldThatASessionIsFullOrClosed() throws Exception {
        PlannedSession session = PlannedSession.out(district, TITLE, "audience", "OFFICERS", "seats", "1");
        String self = session.desk() + "/self";
        assertThat(elsewhere.get(self).body()).contains("name=\"mail\"").doesNotContain("名额已满");
        assertThat(district.form(self, Map.of("mail", "me@it.training.test", "language", "ZH"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(elsewhere.get(self).body()).contains("name=\"mail\"", "名额已满");
        during(session, "-1 hour", "1 hour");
        assertThat(elsewhere.get(self).body()).contains("目前不能报名").doesNotContain("name=\"mail\"");
        assertThat(elsewhere
                        .form(self, Map.of("mail", "typed@it.training.test", "language", "ZH"))
                        .body())
                .as("what was typed is not lost")
                .contains("typed@it.training.test");
    }

    @Test
    void seatsAreKeptForUnitsByNameAndTheFormTellsTheirCodes() throws Exception {
        PlannedSession session = PlannedSession.out(district, TITLE, "seats", "10", "quotas", "5304 3");
        assertThat(district.get(session.desk()).body()).contains("蛇口海关", "3个名额");
        assertThat(district.get(session.desk() + "/edit").body()).contains("5304 蛇口海关", "5304 3");
        assertThat(house.get("/desk/trainings/new").body()).contains("5304 蛇口海关");
    }

    @Test
    void figuresOfSeatsOpenTheListsBehindThem() throws Exception {
        PlannedSession session = PlannedSession.out(house, TITLE, "seats", "1", "approving", "true");
        session.comes("one");
        session.comes("two");
        String list = "/desk/trainings/registrations?session=" + session.id();
        assertThat(house.get(session.desk()).body())
                .contains(list + "&amp;status=REQUESTED", list + "&amp;status=WAITING", list + "&amp;seated=yes");
        assertThat(house.get(list + "&status=REQUESTED").body()).contains("共 2 条");
        assertThat(house.get(list + "&seated=yes").body()).doesNotContain("one@it.training.test");
        Rows.change("update training_registration set status = 'REGISTERED' where id = ?", session.registration("one"));
        assertThat(house.get(list + "&seated=yes").body())
                .contains("one@it.training.test")
                .doesNotContain("two@it.training.test");
    }
}
