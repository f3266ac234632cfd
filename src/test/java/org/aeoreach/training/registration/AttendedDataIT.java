package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.session.Plans;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks what is kept about him is handed his registrations with all he answered, and where he came unannounced. */
@RunAsClient
class AttendedDataIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private SampleEnterprise enterprise;
    private long person;

    @BeforeEach
    void known() throws SQLException {
        enterprise = SampleEnterprise.at("5304");
        person = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '翯翾', ?, 'COORDINATION', 'STATUTORY_DUTY' from enterprise"
                        + " where id = ? returning id",
                enterprise.mail("he"),
                enterprise.id());
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from training_attendance where session_id in"
                + " (select id from training_session where title_zh like 'IT-%')");
        Plans.forget();
    }

    private long asked(long session, String... facts) throws SQLException {
        Map<String, String> form = new TreeMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            form.put(facts[i], facts[i + 1]);
        }
        assertThat(house.form(Plans.HOME + "/" + session + "/fields/new", form).statusCode())
                .isEqualTo(303);
        return Rows.number("select max(id) from training_session_field where session_id = ?", session);
    }

    @Test
    void answersToQuestionsThatHangOnOthersAreAmongThem() throws SQLException {
        long id = Plans.planned(house);
        long lunch = asked(id, "questionZh", "是否用餐", "answerKind", "YES_NO", "needed", "true");
        long diet =
                asked(id, "questionZh", "用餐禁忌", "answerKind", "TEXT", "needed", "true", "shownWhen", lunch + "=YES");
        Plans.publish(house, id);
        String attendee = "{\"name\":\"翯翾\",\"mail\":\"" + enterprise.mail("he")
                + "\",\"language\":\"ZH\",\"answers\":{\"" + lunch + "\":\"YES\",\"" + diet + "\":\"海鲜过敏\"}}";
        assertThat(house.json(
                                "POST",
                                "/api/v1/trainings/" + id + "/registrations",
                                "{\"enterprise\":" + enterprise.id() + ",\"attendee\":" + attendee + "}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(house.get("/desk/personal-data/" + person).body()).contains(Plans.TITLE, "是否用餐", "用餐禁忌", "海鲜过敏");
    }

    @Test
    void whereHeCameUnannouncedIsKnownByHisAddress() throws SQLException {
        long id = Plans.published(house);
        Rows.change(
                "insert into training_attendance (session_id, session_path, name, mail, organisation, way, arrived_at)"
                        + " select id, org_path, '翯翾', upper(?), '翯翾报关行', 'WALK_IN', now() from training_session"
                        + " where id = ?",
                enterprise.mail("he"),
                id);
        assertThat(house.get("/desk/personal-data/" + person).body()).contains(Plans.TITLE, "翯翾报关行");
        Rows.change("update training_attendance set mail = ? where session_id = ?", enterprise.mail("lin"), id);
        assertThat(house.get("/desk/personal-data/" + person).body()).doesNotContain("翯翾报关行");
    }
}
