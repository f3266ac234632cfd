package org.aeoreach.outreach.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting one thing right leaves the rest of a contact as it was, whoever has left since and whoever writes meanwhile. */
@RunAsClient
class CorrectionsIT implements ServerTest {

    private final Caller officer = Caller.signedIn("shekou.officer");

    @BeforeEach
    void asInTheBeginning() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static String contact(String day, long enterprise, String more) {
        return "{\"day\":\"" + day + "\",\"channel\":\"VISIT\",\"direction\":\"OUT\",\"enterprises\":[" + enterprise
                + "]" + more + "}";
    }

    private long record(String contact) throws SQLException {
        HttpResponse<String> answer = officer.json("POST", "/api/v1/touchpoints", contact);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Rows.number("select max(id) from touchpoint where account_id = ?", Caller.account(officer.name()));
    }

    private HttpResponse<String> correct(long id, String contact) {
        return officer.json(
                "PUT",
                "/api/v1/touchpoints/" + id,
                "{\"reason\":\"日期写错\",\"contact\":" + contact + "}",
                "If-Match",
                "\"v0\"");
    }

    private static long person(SampleEnterprise enterprise, String name) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis) select id,"
                        + " unit_id, org_path, ?, 'OUTREACH', 'PUBLISHED' from enterprise where id = ? returning id",
                name,
                enterprise.id());
    }

    private static long count(String table, long touchpoint) throws SQLException {
        return Rows.number("select count(*) from " + table + " where touchpoint_id = ?", touchpoint);
    }

    /** An officer of Shekou who is there for this test only. */
    private static long colleague() throws SQLException {
        long id = Rows.number("insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                + " 'colleague.' || nextval('account_seq'), '离任关员', 'colleague@example.test', id, org_path from unit"
                + " where code = '5304' returning id");
        Rows.change(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select ?, 'HOUSE_OFFICER', id, org_path, china_day() - 10 from unit where code = '5304'",
                id);
        return id;
    }

    private void withdraw(long id, String version) {
        HttpResponse<String> answer = officer.json(
                "POST", "/api/v1/touchpoints/" + id + "/withdrawal", "{\"reason\":\"重复录入\"}", "If-Match", version);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private List<Long> parties(long id) {
        return Reply.of(officer.get("/api/v1/touchpoints/" + id)).body().getJsonArray("parties").stream()
                .map(party -> party.asJsonObject().getJsonNumber("id").longValue())
                .toList();
    }

    private long merge(SampleEnterprise kept, SampleEnterprise merged) {
        HttpResponse<String> made = officer.json(
                "POST",
                "/api/v1/enterprises/mergers",
                "{\"keptId\":" + kept.id() + ",\"mergedId\":" + merged.id() + ",\"fields\":[],\"reason\":\"同一家\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Reply.of(made).id();
    }

    private void undo(long merger) {
        HttpResponse<String> undone = officer.json("POST", "/api/v1/enterprises/mergers/" + merger + "/undo", "{}");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    }

    /** What was withdrawn tells with whom it was: not with whom it was not any more, and one enterprise once. */
    @Test
    void aWithdrawnContactNamesThoseItWasWithWhenItWasWithdrawn() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        SampleEnterprise other = SampleEnterprise.at("5304");
        String all = kept.id() + "," + merged.id() + "," + other.id();
        long before = record(contact("2026-03-01", kept.id(), "").replace("[" + kept.id() + "]", "[" + all + "]"));
        long since = record(contact("2026-03-02", kept.id(), "").replace("[" + kept.id() + "]", "[" + all + "]"));
        withdraw(since, "\"v0\"");
        assertThat(parties(since)).containsExactlyInAnyOrder(kept.id(), merged.id(), other.id());
        merge(kept, merged);
        assertThat(parties(since)).as("merged after it was withdrawn").containsExactlyInAnyOrder(kept.id(), other.id());
        HttpResponse<String> corrected = correct(before, contact("2026-03-01", kept.id(), ""));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        withdraw(before, Reply.of(officer.get("/api/v1/touchpoints/" + before)).etag());
        assertThat(parties(before)).as("merged and corrected before").containsExactly(kept.id());
        assertThat(officer.get("/desk/touchpoints/" + before).body())
                .doesNotContain("/desk/enterprises/" + merged.id());
    }

    /** They were two after all: what was withdrawn while they passed for one was with both, and still counts for none. */
    @Test
    void aContactWithdrawnWhileTheyWereOneNamesBothAgain() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        String both = kept.id() + "," + merged.id();
        long withdrawn = record(contact("2026-03-01", kept.id(), "").replace("[" + kept.id() + "]", "[" + both + "]"));
        long corrected = record(contact("2026-03-02", kept.id(), "").replace("[" + kept.id() + "]", "[" + both + "]"));
        SampleEnterprise other = SampleEnterprise.at("5304");
        long merger = merge(kept, merged);
        withdraw(withdrawn, "\"v0\"");
        assertThat(parties(withdrawn)).containsExactly(kept.id());
        HttpResponse<String> answer = correct(corrected, contact("2026-03-02", other.id(), ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        withdraw(
                corrected,
                Reply.of(officer.get("/api/v1/touchpoints/" + corrected)).etag());
        undo(merger);
        assertThat(parties(withdrawn)).containsExactlyInAnyOrder(kept.id(), merged.id());
        assertThat(parties(corrected)).as("corrected to be with neither").containsExactly(other.id());
        assertThat(Rows.number(
                        "select count(*) from touchpoint_party where enterprise_id in (?, ?) and withdrawn_at is null",
                        kept.id(),
                        merged.id()))
                .isZero();
    }

    @Test
    void anOfficerWhoHasLeftSinceKeepsHisPlaceAndHisUnitOfThatTime() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long colleague = colleague();
        String officers = ",\"officers\":[" + Caller.account("shekou.officer") + "," + colleague + "]";
        long id = record(contact("2026-03-01", enterprise.id(), officers));
        Rows.change("update touchpoint_officer set unit_id_then = ? where touchpoint_id = ?", Units.id("5316"), id);
        Rows.change("update role_assignment set valid_to = china_day() - 1 where account_id = ?", colleague);
        assertThat(officer.get("/desk/touchpoints/" + id + "/correction").body())
                .as("he can be left ticked")
                .containsPattern("name=\"officers\" value=\"" + colleague + "\" checked");
        HttpResponse<String> corrected = correct(id, contact("2026-03-02", enterprise.id(), officers));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(Rows.number(
                        "select count(*) from touchpoint_officer where touchpoint_id = ? and unit_id_then = ?",
                        id,
                        Units.id("5316")))
                .isEqualTo(2);
        HttpResponse<String> without = officer.json(
                "PUT",
                "/api/v1/touchpoints/" + id,
                "{\"reason\":\"未参加\",\"contact\":"
                        + contact(
                                "2026-03-02",
                                enterprise.id(),
                                ",\"officers\":[" + Caller.account("shekou.officer") + "]")
                        + "}",
                "If-Match",
                "\"v1\"");
        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(count("touchpoint_officer", id)).as("named no more").isEqualTo(1);
    }

    @Test
    void aContactWhoseEnterprisesAllMovedAwayIsStillCorrectedByWhoWroteIt() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long id = record(contact("2026-03-01", enterprise.id(), ""));
        String withNobody =
                contact("2026-03-02", enterprise.id(), ",\"said\":\"改\"").replace("[" + enterprise.id() + "]", "[]");
        assertThat(correct(id, withNobody).statusCode())
                .as("while he sees it, it has to be named")
                .isEqualTo(400);
        Rows.change(
                "update enterprise set unit_id = ?, org_path = (select org_path from unit where id = ?) where id = ?",
                Units.id("2210"),
                Units.id("2210"),
                enterprise.id());
        HttpResponse<String> corrected = correct(id, withNobody);
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(Rows.number(
                        "select count(*) from touchpoint_party where touchpoint_id = ? and withdrawn_at is null"
                                + " and at = '2026-03-02T04:00:00Z'",
                        id))
                .as("the enterprise was still met, on the day that is right now")
                .isEqualTo(1);
        Map<String, String> form = new TreeMap<>(
                Map.of("day", "2026-03-03", "channel", "VISIT", "direction", "OUT", "said", "再改", "version", "1"));
        HttpResponse<String> unreasoned = officer.form("/desk/touchpoints/" + id + "/correction", form);
        assertThat(unreasoned.statusCode()).isEqualTo(400);
        form.put("reason", "日期写错");
        assertThat(officer.form("/desk/touchpoints/" + id + "/correction", form).statusCode())
                .isEqualTo(303);
    }

    @Test
    void thePageSaysThatTheReasonHasToBeGiven() throws SQLException {
        long id = record(contact("2026-03-01", SampleEnterprise.at("5304").id(), ""));
        assertThat(officer.get("/desk/touchpoints/" + id + "/correction").body())
                .containsPattern("for=\"reason\">[^<]*</label>")
                .containsPattern("name=\"reason\"[^>]* required");
        assertThat(officer.get("/desk/touchpoints/new").body())
                .as("what may be left out says so")
                .containsPattern("for=\"people\">[^<]*<span class=\"optional\">");
    }

    @Test
    void whoWasErasedIsStillCountedAndWhoIsNoContactAnyMoreCanStayTicked() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long erased = person(enterprise, "甲联系人");
        long ended = person(enterprise, "乙联系人");
        long id = record(contact("2026-03-01", enterprise.id(), ",\"persons\":[" + erased + "," + ended + "]"));
        Rows.change("update contact_person set erased_at = now(), name_zh = '***' where id = ?", erased);
        Rows.change("update contact_person set ended_at = now() where id = ?", ended);
        assertThat(officer.get("/desk/touchpoints/" + id + "/correction").body())
                .containsPattern("name=\"persons\" value=\"" + ended + "\" checked")
                .doesNotContain("value=\"" + erased + "\" checked");
        HttpResponse<String> corrected =
                correct(id, contact("2026-03-02", enterprise.id(), ",\"persons\":[" + ended + "]"));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(count("touchpoint_person", id)).isEqualTo(2);
    }

    @Test
    void aPersonOfAnotherEnterpriseWasNotMet() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long stranger = person(SampleEnterprise.at("5304"), "丙联系人");
        HttpResponse<String> refused = officer.json(
                "POST",
                "/api/v1/touchpoints",
                contact("2026-03-01", enterprise.id(), ",\"persons\":[" + stranger + "]"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"persons\"");
    }

    @Test
    void ofTwoCorrectionsAtOnceTheSecondIsToldThatTheFirstWasQuicker() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long id = record(contact("2026-03-01", enterprise.id(), ""));
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        try (Connection other = TestPostgres.running().owner()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from touchpoint where id = " + id + " for update");
            for (int day = 2; day < 4; day++) {
                String contact = contact("2026-03-0" + day, enterprise.id(), "");
                answers.add(
                        CompletableFuture.supplyAsync(() -> correct(id, contact).statusCode()));
            }
            TimeUnit.MILLISECONDS.sleep(700);
            other.rollback();
        }
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        assertThat(count("touchpoint_version", id)).isEqualTo(1);
    }

    @Test
    void theLaterOfTwoContactsWrittenAtOnceIsTheLastOne() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long id = record(contact("2026-01-01", enterprise.id(), ""));
        CompletableFuture<Integer> older;
        try (Connection newer = TestPostgres.running().owner()) {
            newer.setAutoCommit(false);
            newer.createStatement()
                    .execute(
                            "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then,"
                                    + " by_unit_id, at, timed, channel, strength, direction) select touchpoint_id, enterprise_id,"
                                    + " unit_id, org_path, unit_id_then, by_unit_id, '2026-03-05 12:00+08', false, channel,"
                                    + " 'ATTENDED', direction from touchpoint_party where touchpoint_id = " + id);
            older = CompletableFuture.supplyAsync(
                    () -> officer.json("POST", "/api/v1/touchpoints", contact("2026-02-02", enterprise.id(), ""))
                            .statusCode());
            TimeUnit.MILLISECONDS.sleep(700);
            newer.commit();
        }
        assertThat(older.join()).isEqualTo(201);
        assertThat(Rows.one(
                                "select last_contact_on::text || ' ' || last_strength as last from enterprise where id = ?",
                                enterprise.id())
                        .text("last"))
                .isEqualTo("2026-03-05 ATTENDED");
    }

    @Test
    void whatCannotBeReadIsSaidInsteadOfFailing() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        for (String holes : new String[] {
            ",\"officers\":[null]",
            ",\"persons\":[null]",
            ",\"subjects\":[null]",
            ",\"tasks\":[null]",
            ",\"partners\":[null]"
        }) {
            assertThat(officer.json("POST", "/api/v1/touchpoints", contact("2026-03-01", enterprise.id(), holes))
                            .statusCode())
                    .as(holes)
                    .isEqualTo(400);
        }
        LocalDate today = LocalDate.now(Time.ZONE);
        HttpResponse<String> tonight = officer.json(
                "POST", "/api/v1/touchpoints", contact(today.toString(), enterprise.id(), ",\"time\":\"23:59:59\""));
        assertThat(tonight.statusCode()).isEqualTo(400);
        assertThat(tonight.body()).contains("\"time\"");
        for (String cursor : new String[] {
            "/api/v1/tasks?after=2026-99-99/1",
            "/api/v1/tasks?after=x",
            "/api/v1/touchpoints?after=+999999999-12-31T00:00:00Z/1",
            "/api/v1/enterprises/" + enterprise.id() + "/timeline?after=-99999999-12-31T00:00:00Z/touchpoint/1"
        }) {
            String[] parts = cursor.split("=", 2);
            String coded = Base64.getUrlEncoder().encodeToString(parts[1].getBytes(StandardCharsets.UTF_8));
            assertThat(officer.get(parts[0] + "=" + coded).statusCode())
                    .as(cursor)
                    .isEqualTo(400);
        }
    }
}
