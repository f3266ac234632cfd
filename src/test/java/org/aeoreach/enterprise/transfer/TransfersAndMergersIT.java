package org.aeoreach.enterprise.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What is asked for turns out to be the same as another one, or not to be after all. */
@RunAsClient
class TransfersAndMergersIT extends Transferring {

    private static long merged(Caller by, SampleEnterprise kept, SampleEnterprise merged) {
        Reply made = Reply.of(by.json(
                "POST",
                "/api/v1/enterprises/mergers",
                "{\"keptId\":" + kept.id() + ",\"mergedId\":" + merged.id() + ",\"fields\":[],\"reason\":\"同一家\"}"));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.id();
    }

    @Test
    void goesWithTheEnterpriseThatIsMergedIntoAnother() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        long id = ask(dapeng, enterprise.code(), "5316").id();
        merged(shekou, kept, enterprise);
        assertThat(Reply.of(shekou.get(REQUESTS + "/" + id)).body().getInt("enterpriseId"))
                .isEqualTo((int) kept.id());
        assertThat(end(shekou, id, "acceptance", today(), 0).status()).isEqualTo(204);
        assertThat(Rows.one("select org_path from enterprise where id = ?", kept.id())
                        .text("org_path"))
                .isEqualTo("0000.5300.5316.");
    }

    /** Two are asked for, by different houses, and turn out to be one: it can go to one house only. */
    @Test
    void isClosedByAMergerWhenTheOtherOneIsAskedForToo() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        Caller pudong = Caller.signedIn("pudong.officer");
        long id = ask(dapeng, enterprise.code(), "5316").id();
        long other = ask(pudong, kept.code(), "2210").id();
        merged(shekou, kept, enterprise);
        assertThat(Reply.of(dapeng.get(REQUESTS + "/" + id)).body().getString("status"))
                .isEqualTo("MERGED");
        assertThat(dapeng.get("/desk/transfer-requests/" + id).body())
                .contains("企业已合并", "本申请因此办结")
                .doesNotContain("浦东");
        assertThat(letters()).containsExactly("transfer-merged dapeng.officer@demo.invalid");
        assertThat(Rows.number("select count(*) from transfer_request_giver g join enterprise e on"
                        + " e.id = g.enterprise_id where g.open and e.merged_into is not null"))
                .as("open on a pointer")
                .isZero();
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'enterprise.close-transfer' and record_id = ?",
                        "" + id))
                .isEqualTo(1);
        assertThat(ask(dapeng, enterprise.code(), "5316").status())
                .as("the other stands")
                .isEqualTo(409);
        assertThat(end(shekou, other, "refusal", "{\"answer\":\"不\"}", 0).status())
                .isEqualTo(200);
        assertThat(ask(dapeng, enterprise.code(), "5316").status()).isEqualTo(201);
    }

    /** They were not one after all: who asked for the one merged has his request again, and knows. */
    @Test
    void isOpenAgainWhenTheMergerThatClosedItIsTakenBack() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        long id = ask(dapeng, enterprise.code(), "5316").id();
        long other = ask(Caller.signedIn("pudong.officer"), kept.code(), "2210").id();
        undone(merged(shekou, kept, enterprise));
        Reply again = Reply.of(dapeng.get(REQUESTS + "/" + id));
        assertThat(again.body().getString("status")).isEqualTo("OPEN");
        assertThat(again.body().containsKey("decidedAt")).isFalse();
        assertThat(letters())
                .containsExactlyInAnyOrder(
                        "transfer-merged dapeng.officer@demo.invalid", "transfer-reopened dapeng.officer@demo.invalid");
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'enterprise.reopen-transfer' and record_id in (?, ?)",
                        "" + id,
                        "" + enterprise.id()))
                .as("on record with both sides")
                .isEqualTo(2);
        assertThat(Reply.of(shekou.get(REQUESTS + "/" + other)).body().getInt("enterpriseId"))
                .as("the other one stays where it was")
                .isEqualTo((int) kept.id());
        assertThat(end(shekou, id, "acceptance", today(), 2).status()).isEqualTo(204);
        assertThat(Rows.one("select org_path from enterprise where id = ?", enterprise.id())
                        .text("org_path"))
                .isEqualTo("0000.5300.5316.");
    }

    @Test
    void staysClosedWhenTheHouseHasAskedAnewMeanwhile() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        long id = ask(dapeng, enterprise.code(), "5316").id();
        long other = ask(Caller.signedIn("pudong.officer"), kept.code(), "2210").id();
        long merger = merged(shekou, kept, enterprise);
        end(shekou, other, "refusal", "{\"answer\":\"不\"}", 0);
        Reply anew = ask(dapeng, enterprise.code(), "5316");
        assertThat(anew.status()).isEqualTo(201);
        assertThat(Reply.of(shekou.get(REQUESTS + "/" + anew.id())).body().getInt("enterpriseId"))
                .as("it follows")
                .isEqualTo((int) kept.id());
        undone(merger);
        assertThat(Reply.of(shekou.get(REQUESTS + "/" + anew.id())).body().getInt("enterpriseId"))
                .as("and follows back: this is the one he asked for")
                .isEqualTo((int) enterprise.id());
        assertThat(Reply.of(dapeng.get(REQUESTS + "/" + id)).body().getString("status"))
                .isEqualTo("MERGED");
        assertThat(letters()).noneMatch(letter -> letter.startsWith("transfer-reopened"));
    }

    private void undone(long merger) {
        assertThat(shekou.json("POST", "/api/v1/enterprises/mergers/" + merger + "/undo", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** The merger is under way, not committed, when the other house asks by the code of the one merged. */
    @Test
    void followsAMergerThatItWaitedFor() throws Exception {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        try (Connection merging = TestPostgres.running().owner()) {
            merging.setAutoCommit(false);
            try (Statement statement = merging.createStatement()) {
                statement.execute("select 1 from enterprise where id = " + enterprise.id() + " for update");
                statement.executeUpdate(
                        "update enterprise set merged_into = " + kept.id() + " where id = " + enterprise.id());
            }
            var asked = CompletableFuture.supplyAsync(() -> ask(dapeng, enterprise.code(), "5316"));
            Thread.sleep(1000);
            assertThat(asked.isDone()).as("waits").isFalse();
            merging.commit();
            long id = asked.join().id();
            assertThat(Rows.number("select enterprise_id from transfer_request_giver where request_id = ?", id))
                    .isEqualTo(kept.id());
        }
        Rows.change("update enterprise set merged_into = null where id = ?", enterprise.id());
    }
}
