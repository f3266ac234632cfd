package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.aeoreach.training.session.Plans;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions for officers: they register themselves, and nobody else knows of them. */
@RunAsClient
class OfficersIT implements ServerTest {

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller elsewhere = Caller.signedIn("pudong.officer");
    private final Caller user = Caller.signedIn("electronics.user");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        Plans.forget();
    }

    private static Map<String, String> me(String mail) {
        return Map.of("mail", mail + "@it.training.test", "language", "ZH");
    }

    @Test
    void anOfficerOfAnyUnitRegistersHimselfAndGivesItUp() throws SQLException {
        long id = Plans.published(district, "audience", "OFFICERS", "seats", "1");
        String self = Plans.HOME + "/" + id + "/self";
        assertThat(Plans.page(elsewhere, id)).contains("我的报名").doesNotContain("/registrations/new");
        assertThat(elsewhere.form(self, me("pudong")).statusCode()).isEqualTo(303);
        assertThat(elsewhere.get(self).body()).contains("已报名").doesNotContain("name=\"mail\"");
        assertThat(district.form(self, me("shenzhen")).statusCode()).isEqualTo(303);
        assertThat(district.get(self).body()).contains("候补顺位");
        assertThat(Rows.one(
                                "select name || ' ' || status as state from training_registration where mail like 'pudong@%'")
                        .text("state"))
                .isEqualTo(Rows.one("select name_zh from account where login = 'pudong.officer'")
                                .text("name_zh")
                        + " REGISTERED");
        assertThat(elsewhere.form(self + "/cancellation", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(district.get("/api/v1/trainings/" + id + "/self").body()).contains("\"status\":\"REGISTERED\"");
        assertThat(district.get(Plans.HOME + "/registrations?session=" + id).body())
                .contains("shenzhen@it.training.test");
    }

    @Test
    void itIsNotOnThePortalAndTakesNoEnterprise() throws SQLException {
        long id = Plans.published(district, "audience", "OFFICERS");
        assertThat(anybody.get("/portal/trainings").body()).doesNotContain(Plans.TITLE);
        assertThat(anybody.get("/portal/trainings/calendar?month=2099-03").body())
                .doesNotContain(Plans.TITLE);
        assertThat(anybody.get("/api/v1/portal/trainings?limit=200").body()).doesNotContain(Plans.TITLE);
        for (Caller who : new Caller[] {anybody, user}) {
            assertThat(who.get("/portal/trainings/" + id).statusCode()).isEqualTo(404);
            assertThat(who.form("/portal/trainings/" + id, SELF).statusCode()).isEqualTo(404);
        }
        assertThat(user.form("/portal/my/trainings/sessions/" + id, SELF).statusCode())
                .isEqualTo(404);
        String wanted = "{\"enterprise\":" + SampleSession.enterprise("5304", 0)
                + ",\"attendee\":{\"name\":\"x\",\"mail\":\"x@it.training.test\",\"language\":\"ZH\"}}";
        HttpResponse<String> refused = district.json("POST", "/api/v1/trainings/" + id + "/registrations", wanted);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("for-officers");
        assertThat(Rows.number("select count(*) from training_registration where session_id = ?", id))
                .isZero();
    }

    @Test
    void hisLetterLeadsToHisPagesAndSoDoesHisOwnPage() throws Exception {
        long id = Plans.published(district, "audience", "OFFICERS");
        assertThat(elsewhere.form(Plans.HOME + "/" + id + "/self", me("letter")).statusCode())
                .isEqualTo(303);
        String ticket = PlannedSession.ticket(PlannedSession.letter("letter", "training-registered"));
        assertThat(anybody.get(ticket).body()).contains(Plans.TITLE, ticket + "/pass");
        for (String part : new String[] {"/pass", "/arrival", "/materials", "/after"}) {
            assertThat(anybody.get(ticket + part).statusCode()).as(part).isEqualTo(200);
        }
        String mine = "/portal/my/trainings/"
                + Rows.number("select max(id) from training_registration where session_id = ?", id);
        assertThat(elsewhere.get(Plans.HOME + "/" + id + "/self").body())
                .contains(mine + "/pass")
                .doesNotContain(mine + "/arrival");
        for (String part : new String[] {"/pass", "/arrival", "/materials"}) {
            assertThat(elsewhere.get(mine + part).statusCode()).as(part).isEqualTo(200);
            assertThat(district.get(mine + part).statusCode())
                    .as("the organiser has no ticket of others" + part)
                    .isEqualTo(404);
        }
        HttpResponse<String> scanned = anybody.get("/portal/trainings/" + id + "/arrival?code=123456");
        assertThat(scanned.statusCode()).isEqualTo(200);
        assertThat(scanned.body()).contains("123456").doesNotContain(Plans.TITLE);
        assertThat(elsewhere
                        .get("/portal/trainings/" + id + "/arrival?code=123456")
                        .body())
                .contains(mine + "/arrival?code=123456");
    }

    @Test
    void heFindsHisOwnAndNoCalendarOfThePublicHasIt() throws SQLException {
        long id = Plans.published(district, "audience", "OFFICERS");
        elsewhere.form(Plans.HOME + "/" + id + "/self", me("own"));
        assertThat(elsewhere.get(Plans.HOME + "?mine=yes").body()).contains(Plans.TITLE);
        assertThat(district.get(Plans.HOME + "?mine=yes").body()).doesNotContain(Plans.TITLE);
        assertThat(district.get(Plans.HOME).body()).contains(Plans.HOME + "?mine=yes");
        Rows.change(
                "update training_session set starts_at = now() + interval '30 days', ends_at = now() + interval '31 days'"
                        + " where id = ?",
                id);
        assertThat(anybody.get("/portal/trainings/feed.ics").body())
                .contains("END:VCALENDAR")
                .doesNotContain("session-" + id + "@");
        assertThat(anybody.get("/portal/trainings/" + id + ".ics").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/portal/trainings/feed.ics?audience=OFFICERS").statusCode())
                .isEqualTo(400);
    }

    private static final Map<String, String> SELF = Map.of("name", "x", "mail", "x@it.training.test", "language", "ZH");

    @Test
    void officersAndEnterprisesAreNotInvitedTogetherAndOtherSessionsHaveNoSuchPage() throws SQLException {
        HttpResponse<String> both = district.json(
                "POST",
                "/api/v1/trainings",
                "{\"kind\":\"CLASS\",\"titleZh\":\"IT-x\",\"startsAt\":\"2099-03-02T09:00:00\","
                        + "\"endsAt\":\"2099-03-02T11:00:00\",\"zone\":\"Asia/Shanghai\",\"taughtIn\":\"ZH\","
                        + "\"audience\":[\"ALL\",\"OFFICERS\"],\"quotas\":[],\"priorityUnreached\":false,"
                        + "\"approving\":false,\"acceptHours\":0}");
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(both.body()).contains("\"field\":\"audience\"");
        long id = Plans.published(district);
        assertThat(elsewhere.get(Plans.HOME + "/" + id + "/self").statusCode()).isEqualTo(404);
        assertThat(elsewhere.form(Plans.HOME + "/" + id + "/self", me("x")).statusCode())
                .isEqualTo(404);
    }
}
