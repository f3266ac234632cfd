package org.aeoreach.training.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.after.PastSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asked at a session gets what he asked, and is taken out of it with everything else. */
@RunAsClient
class RaisedDataIT implements ServerTest {

    private final Caller officer = Caller.signedIn("shekou.officer");
    private SampleEnterprise enterprise;
    private PastSession session;
    private long person;

    @BeforeEach
    void known() throws SQLException {
        enterprise = SampleEnterprise.at("5304");
        session = PastSession.of("HELD");
        person = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '羾羿翀', ?, 'COORDINATION', 'STATUTORY_DUTY' from enterprise"
                        + " where id = ? returning id",
                enterprise.mail("zhu"),
                enterprise.id());
    }

    @AfterEach
    void forget() throws SQLException {
        session.close();
    }

    private long raised(String address) throws SQLException {
        return Rows.number(
                "insert into training_raised (session_id, session_path, name, mail, words, entered_by) select id, org_path,"
                        + " '羾羿翀', ?, '问题-' || ?, (select min(id) from account where kind = 'OFFICER')"
                        + " from training_session where id = ? returning id",
                enterprise.mail(address),
                address,
                session.id());
    }

    private static String kept(long id) throws SQLException {
        return Rows.one(
                        "select name || ' ' || coalesce(mail, '-') || ' ' || words as it from training_raised where id = ?",
                        id)
                .text("it");
    }

    @Test
    void hisQuestionsAreAmongWhatIsKeptOfHimAndBearNoNameOnceHeIsErased() throws SQLException {
        long his = raised("zhu");
        long other = raised("lin");
        String page = "/desk/personal-data/" + person;
        assertThat(officer.get(page).body()).contains("问题-zhu").doesNotContain("问题-lin");
        assertThat(officer.form(page + "/erasure", Map.of("version", "0", "reason", "本人书面请求"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(kept(his)).isEqualTo("*** - 问题-zhu");
        assertThat(kept(other)).isEqualTo("羾羿翀 " + enterprise.mail("lin") + " 问题-lin");
    }
}
