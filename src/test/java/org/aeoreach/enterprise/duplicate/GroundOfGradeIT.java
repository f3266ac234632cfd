package org.aeoreach.enterprise.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A grade that is taken over in a merger rests on its own ground, not on that of the grade it replaces. */
@RunAsClient
class GroundOfGradeIT implements ServerTest {

    private final Caller officer = Caller.signedIn("shekou.officer");

    private static SampleEnterprise graded(String grade, String ground) throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "update enterprise set grade = ?, grade_since = '2026-05-01', grade_ground = ? where id = ?",
                grade,
                ground,
                enterprise.id());
        return enterprise;
    }

    private static String ground(SampleEnterprise enterprise) throws SQLException {
        return Rows.one("select grade || ' ' || grade_ground as ground from enterprise where id = ?", enterprise.id())
                .text("ground");
    }

    @Test
    void theGroundGoesWithTheGradeAndComesBackWithIt() throws SQLException {
        SampleEnterprise kept = graded("REGULAR", "常规");
        SampleEnterprise merged = graded("ACE", "认证决定书");
        HttpResponse<String> made = officer.json(
                "POST",
                "/api/v1/enterprises/mergers",
                "{\"keptId\":" + kept.id() + ",\"mergedId\":" + merged.id()
                        + ",\"fields\":[\"GRADE\"],\"reason\":\"重复\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(ground(kept)).isEqualTo("ACE 认证决定书");
        long id = Rows.number("select max(id) from enterprise_merge where kept_id = ?", kept.id());
        assertThat(officer.json("POST", "/api/v1/enterprises/mergers/" + id + "/undo", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ground(kept)).isEqualTo("REGULAR 常规");
        assertThat(ground(merged)).isEqualTo("ACE 认证决定书");
    }
}
