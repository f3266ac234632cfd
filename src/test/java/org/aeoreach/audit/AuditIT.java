package org.aeoreach.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.aeoreach.platform.JsonText;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunAsClient
class AuditIT implements ServerTest {

    private static final String VERIFICATION = "/api/v1/audit/verification";

    private Caller auditor;

    @BeforeEach
    void signIn() {
        auditor = Caller.signedIn("gacc.auditor");
    }

    @Test
    void verifiesOnRequestAndTellsWhatWasChecked() throws InterruptedException {
        JsonObject result = verified();
        assertThat(result.getBoolean("sound")).isTrue();
        assertThat(result.getInt("chains")).isEqualTo(64);
        assertThat(result.getInt("entries")).isPositive();
        assertThat(result.getJsonArray("heads")).hasSize(64);
        assertThat(result.getString("anchor")).matches("[0-9a-f]{64}");
        assertThat(verified().getBoolean("comparedWithEarlier")).isTrue();
    }

    private JsonObject verified() throws InterruptedException {
        HttpResponse<String> started = auditor.send("POST", VERIFICATION, null);
        assertThat(started.statusCode()).isEqualTo(202);
        String address = started.headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 300; i++) {
            JsonObject job = JsonText.object(auditor.get(address).body());
            if (job.containsKey("finishedAt")) {
                return job.getJsonObject("result");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the verification did not end");
    }

    @Test
    void findsEntriesByActionPersonAndDay() {
        String found = auditor.get("/api/v1/audit?action=identity.sign-in&recordType=account&recordId="
                        + Caller.account("gacc.auditor") + "&from=2020-01-01&limit=1")
                .body();
        JsonObject entry = JsonText.object(found).getJsonArray("items").getJsonObject(0);
        assertThat(entry.getJsonObject("changes").getJsonArray("login").getString(1))
                .isEqualTo("gacc.auditor");
        assertThat(auditor.get("/api/v1/audit?to=2020-01-01").body()).contains("\"items\":[]");
        assertThat(auditor.get("/api/v1/audit?person=nobody.at.all").body()).contains("\"items\":[]");
        assertThat(auditor.get("/api/v1/audit?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void showsPagesToTheAuditorOnly() {
        assertThat(auditor.get("/desk/audit").statusCode()).isEqualTo(200);
        assertThat(auditor.get("/desk/jobs").statusCode()).isEqualTo(200);
        Caller officer = Caller.signedIn("gacc.officer");
        assertThat(officer.get("/desk/audit").statusCode()).isEqualTo(403);
        assertThat(officer.get("/api/v1/audit").statusCode()).isEqualTo(403);
        assertThat(officer.send("POST", VERIFICATION, null).statusCode()).isEqualTo(403);
    }

    @Test
    void hidesJobsOfOtherUnitsAndOfTheSchedule() {
        HttpResponse<String> started = auditor.send("POST", VERIFICATION, null);
        String address = started.headers().firstValue("Location").orElseThrow();
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(officer.get(address).statusCode()).isEqualTo(404);
        assertThat(officer.send("POST", address + "/cancellation", null).statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/jobs?kind=audit-anchor").body()).contains("\"items\":[]");
    }
}
