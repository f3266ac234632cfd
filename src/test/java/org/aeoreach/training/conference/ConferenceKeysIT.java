package org.aeoreach.training.conference;

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

/** What of a conference is not taken away from under others. */
@RunAsClient
class ConferenceKeysIT implements ServerTest {

    private static final String TITLE = "IT-大会之钥";

    private final Caller district = Caller.signedIn("shenzhen.officer");

    @AfterEach
    void forget() throws SQLException {
        PlannedSession.forget(TITLE);
    }

    @Test
    void aTypeOfDelegatesIsKeptWhileSomebodyHasYetToConfirmThatHeComesAsSuch() throws Exception {
        PlannedSession conference = PlannedSession.draft(district, TITLE, "kind", "CONFERENCE", "seats", "5");
        district.form(conference.desk() + "/programme/types", Map.of("typeZh", "企业", "typeSeats", "2"));
        conference.publish(district);
        long type = Rows.number("select id from training_delegate_type where session_id = ?", conference.id());
        Map<String, String> person = new TreeMap<>(PlannedSession.person("unsure"));
        person.put("delegateType", Long.toString(type));
        assertThat(Caller.anonymous()
                        .form("/portal/trainings/" + conference.id(), person)
                        .statusCode())
                .isEqualTo(200);
        String removal = conference.desk() + "/programme/types/" + type + "/removal";
        HttpResponse<String> refused = district.form(removal, Map.of());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        Rows.change("delete from training_registration where session_id = ?", conference.id());
        assertThat(district.form(removal, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void aTemplateHasNoProgrammeAndGoesWithWhatStandsInIt() throws SQLException {
        PlannedSession conference = PlannedSession.draft(district, TITLE, "kind", "CONFERENCE");
        assertThat(district.form(conference.desk() + "/template", Map.of()).statusCode())
                .isEqualTo(303);
        long template = Rows.number("select max(id) from training_session where template and title_zh = ?", TITLE);
        String programme = "/desk/trainings/" + template + "/programme";
        for (Map.Entry<String, Map<String, String>> one : Map.of(
                        "/tracks", Map.of("trackZh", "甲"), "/types", Map.of("typeZh", "企业"))
                .entrySet()) {
            HttpResponse<String> refused = district.form(programme + one.getKey(), one.getValue());
            assertThat(refused.statusCode()).as(one.getKey()).isEqualTo(409);
        }
        long track = Rows.number(
                "insert into training_track (session_id, name_zh, position) values (?, '甲', 1) returning id", template);
        Rows.change("insert into training_delegate_type (session_id, name_zh, position) values (?, '企业', 1)", template);
        long part = Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, parent_id, part, track_id)"
                        + " select unit_id, org_path, kind, title_zh, starts_at, ends_at, id, 'BREAKOUT', ? from training_session"
                        + " where id = ? returning id",
                track,
                template);
        Rows.change("insert into training_speaker (session_id, name_zh, position) values (?, '某人', 1)", part);
        assertThat(district.form("/desk/trainings/" + template + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(Rows.number("select count(*) from training_session where id in (?, ?)", template, part))
                .isZero();
    }
}
