package org.aeoreach.organization.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunAsClient
class HouseImportIT implements ServerTest {

    private static final String IMPORT = "/api/v1/units/import";
    private static final String HEADER = "code,name_zh,name_en,opened_on,source\n";

    private Caller admin;

    @BeforeEach
    void signIn() {
        admin = Caller.signedIn("shenzhen.admin");
    }

    private Reply start(Caller caller, String csv) {
        return Reply.of(caller.send("POST", IMPORT, csv, "Content-Type", "text/csv"));
    }

    private JsonObject finished(Reply started) throws InterruptedException {
        assertThat(started.status()).isEqualTo(202);
        for (int i = 0; i < 600; i++) {
            Reply job = Reply.of(admin.get("/api/v1/jobs/" + started.id()));
            if (job.body().containsKey("finishedAt")) {
                assertThat(job.body().getString("status")).isEqualTo("DONE");
                return job.body().getJsonObject("result");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    @Test
    void addsWhatIsNewAndTellsWhatIsWrong() throws InterruptedException {
        String csv = HEADER + "5388,甲海关,,2026-01-01,test\n5304,蛇口海关,,,test\n5389,,,,test\n2299,越界,,,test\n";
        JsonObject result = finished(start(admin, csv));
        assertThat(result.getInt("added")).isEqualTo(1);
        assertThat(result.getInt("skipped")).isEqualTo(1);
        assertThat(result.getInt("failed")).isEqualTo(2);
        JsonObject outside = result.getJsonArray("errors").getJsonObject(1);
        assertThat(outside.getInt("line")).isEqualTo(5);
        assertThat(outside.getString("key")).isEqualTo("organization.import.outside");
        Reply unit = Reply.of(admin.get("/api/v1/customs-codes/5388/unit"));
        assertThat(unit.body().getString("orgPath")).isEqualTo("0000.5300.5388.");

        JsonObject again = finished(start(admin, csv));
        assertThat(again.getInt("added")).isZero();
        assertThat(again.getInt("skipped")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoSuchFileAndWhoMayNotImport() {
        assertThat(start(admin, "a,b\n1,2\n").field(0)).isEqualTo("file");
        assertThat(start(Caller.signedIn("gacc.auditor"), HEADER).status()).isEqualTo(403);
        assertThat(start(Caller.signedIn("shekou.officer"), HEADER).status()).isEqualTo(403);
        assertThat(start(Caller.anonymous(), HEADER).status()).isEqualTo(401);
    }
}
