package org.aeoreach.enterprise.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Two enterprises become one, with all that belongs to them, and two again. */
@RunAsClient
class MergeIT implements ServerTest {

    private static final String MERGERS = "/api/v1/enterprises/mergers";

    private final Caller officer = Caller.signedIn("shekou.officer");

    private static String wanted(SampleEnterprise kept, SampleEnterprise merged, String fields) {
        return "{\"keptId\":" + kept.id() + ",\"mergedId\":" + merged.id() + ",\"fields\":[" + fields
                + "],\"reason\":\"同一家企业登记了两次\"}";
    }

    private static long idOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Long.parseLong(answer.body().replaceAll("^.*?\"id\":([0-9]+).*$", "$1"));
    }

    /** Something in every table that can be filled without knowing it: where rows belong to an enterprise. */
    private static void fill(SampleEnterprise enterprise) throws SQLException {
        enterprise.user("merge", SampleEnterprise.ALL);
        String key = " enterprise_id, unit_id, org_path) select id, unit_id, org_path from enterprise where id = ?";
        Rows.change(
                "insert into enterprise_former_name (name_zh, valid_to,"
                        + key.replace("select id", "select '旧名', china_day(), id"),
                enterprise.id());
        Rows.change(
                "insert into enterprise_former_grade (grade, valid_from, valid_to,"
                        + key.replace("select id", "select 'REGULAR', date '2022-01-01', date '2023-01-01', id"),
                enterprise.id());
        Rows.change(
                "insert into contact_person (name_zh, purpose, legal_basis,"
                        + key.replace("select id", "select '联系人', 'OUTREACH', 'STATUTORY_DUTY', id"),
                enterprise.id());
        Rows.change(
                "insert into enterprise_claim (name, mail, language, statement, way,"
                        + key.replace("select id", "select 'x', 'x@example.test', 'zh', 'x', 'OFFICER', id"),
                enterprise.id());
    }

    private static long rowsOf(SampleEnterprise enterprise) throws SQLException {
        long sum = 0;
        for (Rows.Row child : Rows.all("select table_name, id_column from enterprise_children()")) {
            sum += Rows.number(
                    "select count(*) from " + child.text("table_name") + " where " + child.text("id_column") + " = ?",
                    enterprise.id());
        }
        return sum;
    }

    private static String picture(SampleEnterprise enterprise) throws SQLException {
        return Rows.one(
                        "select (to_jsonb(e) - 'version' - 'changed_at')::text as all from enterprise e where id = ?",
                        enterprise.id())
                .text("all");
    }

    @Test
    void movesEverythingAndBack() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        fill(merged);
        Rows.change("update enterprise set name_zh = '合并前的名称', tier = 'A' where id = ?", merged.id());
        String before = picture(kept);
        String other = picture(merged);
        long moving = rowsOf(merged);
        assertThat(moving).isGreaterThanOrEqualTo(7);

        long id = idOf(officer.json("POST", MERGERS, wanted(kept, merged, "\"NAME_ZH\",\"TIER\",\"CUSTOMS_CODE\"")));
        assertThat(rowsOf(merged)).isZero();
        assertThat(rowsOf(kept)).isEqualTo(moving);
        Rows.Row now = Rows.one("select * from enterprise where id = ?", kept.id());
        assertThat(List.of(now.text("name_zh"), now.text("tier"), now.text("customs_code")))
                .containsExactly("合并前的名称", "A", merged.code());
        Rows.Row pointer = Rows.one("select * from enterprise where id = ?", merged.id());
        assertThat(pointer.id("merged_into")).isEqualTo(kept.id());
        assertThat(pointer.text("customs_code")).isEqualTo(kept.code());
        leadsOn(merged, kept);

        HttpResponse<String> undone = officer.json("POST", MERGERS + "/" + id + "/undo", "{}");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(rowsOf(merged)).isEqualTo(moving);
        assertThat(rowsOf(kept)).isZero();
        assertThat(picture(kept)).isEqualTo(before);
        assertThat(picture(merged)).isEqualTo(other);
        assertThat(officer.json("POST", MERGERS + "/" + id + "/undo", "{}").statusCode())
                .isEqualTo(409);
    }

    /** The old number answers with the way to the one that stays, for pages and programs; to others there is neither. */
    private void leadsOn(SampleEnterprise merged, SampleEnterprise kept) throws SQLException {
        for (String part : new String[] {"", "/people?sort=name", "/journey", "/name"}) {
            HttpResponse<String> page = officer.get("/desk/enterprises/" + merged.id() + part);
            assertThat(page.statusCode()).as(part).isEqualTo(303);
            assertThat(page.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/enterprises/" + kept.id() + part));
            assertThat(page.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie -> assertThat(cookie).contains("duplicate.done.moved-on"));
        }
        for (String part : new String[] {
            "", "/facts", "/former", "/people?limit=2", "/journey", "/grades", "/users", "/delegations", "/timeline"
        }) {
            HttpResponse<String> answer = officer.get("/api/v1/enterprises/" + merged.id() + part);
            assertThat(answer.statusCode()).as(part).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/api/v1/enterprises/" + kept.id() + part));
        }
        HttpResponse<String> sent = officer.form(
                "/desk/enterprises/" + merged.id() + "/name",
                Map.of(
                        "nameZh",
                        "合并之后才交的名称",
                        "validFrom",
                        SampleEnterprise.today().toString(),
                        "version",
                        "0"));
        assertThat(sent.statusCode())
                .as("a change is not led to another record")
                .isEqualTo(409);
        assertThat(sent.body()).contains("已被合并", "合并之后才交的名称", "href=\"/desk/enterprises/" + merged.id() + "\"");
        Caller other = Caller.signedIn("dapeng.officer");
        for (String root : new String[] {"/desk/enterprises/", "/api/v1/enterprises/"}) {
            HttpResponse<String> hidden = other.get(root + merged.id());
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.headers().firstValue("Location")).isEmpty();
            assertThat(hidden.body()).doesNotContain("" + kept.id());
        }
    }

    /** Who sees the old number but not the one that stays is told as little as of anything unknown. */
    @Test
    void leadsNobodyToWhatHeMayNotSee() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5316");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        idOf(Caller.signedIn("shenzhen.officer").json("POST", MERGERS, wanted(kept, merged, "")));
        for (String root : new String[] {"/desk/enterprises/", "/api/v1/enterprises/"}) {
            HttpResponse<String> answer = officer.get(root + merged.id());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.statusCode())
                    .isEqualTo(officer.get(root + "999999999").statusCode());
            assertThat(answer.body()).doesNotContain("" + kept.id());
        }
        // He who sees the one that stays is led there, though the old row lies with the other house.
        assertThat(Caller.signedIn("dapeng.officer")
                        .get("/desk/enterprises/" + merged.id())
                        .statusCode())
                .isEqualTo(303);
    }

    /** The scan of the district, to its end. */
    private static void scan() throws SQLException {
        long before = Rows.number("select coalesce(max(id), 0) from job");
        HttpResponse<String> started = Caller.signedIn("shenzhen.officer").form("/desk/duplicates/scan", Map.of());
        assertThat(started.statusCode()).isEqualTo(303);
        String running = "select count(*) from job where id > " + before + " and kind = 'scan-duplicates' and status ";
        for (int i = 0; i < 200 && Rows.number(running + "in ('WAITING', 'RUNNING')") > 0; i++) {
            LockSupport.parkNanos(100_000_000L);
        }
        assertThat(Rows.number(running + "= 'DONE'")).isEqualTo(1);
    }

    @Test
    void keepsWhatWasAddedAndChangedAfterAMergerThatIsTakenBack() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        Rows.change("update enterprise set tier = 'A', sector = 'C' where id = ?", merged.id());
        long id = idOf(officer.json("POST", MERGERS, wanted(kept, merged, "\"TIER\",\"SECTOR\"")));
        fill(kept);
        Rows.change("update enterprise set tier = 'B' where id = ?", kept.id());
        long added = rowsOf(kept);
        officer.json("POST", MERGERS + "/" + id + "/undo", "{}");
        assertThat(rowsOf(kept)).isEqualTo(added);
        Rows.Row now = Rows.one("select tier, coalesce(sector, '-') as sector from enterprise where id = ?", kept.id());
        assertThat(List.of(now.text("tier"), now.text("sector"))).containsExactly("B", "-");
    }

    @Test
    void aRowTheKeptOneHasAlreadyStaysWhereItIs() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        fill(kept);
        fill(merged);
        idOf(officer.json("POST", MERGERS, wanted(kept, merged, "")));
        assertThat(Rows.number("select count(*) from enterprise_former_grade where enterprise_id = ?", merged.id()))
                .isEqualTo(1);
        assertThat(Rows.number("select count(*) from contact_person where enterprise_id = ?", kept.id()))
                .isEqualTo(2);
    }

    @Test
    void ofTwoMergersAtOnceOneIsMade() throws SQLException {
        for (int round = 0; round < 5; round++) {
            SampleEnterprise one = SampleEnterprise.at("5304");
            SampleEnterprise two = SampleEnterprise.at("5304");
            Caller second = Caller.signedIn("shekou.coordinator");
            var first = CompletableFuture.supplyAsync(() -> officer.json("POST", MERGERS, wanted(one, two, "")));
            var other = CompletableFuture.supplyAsync(() -> second.json("POST", MERGERS, wanted(two, one, "")));
            assertThat(List.of(first.join().statusCode(), other.join().statusCode()))
                    .containsExactlyInAnyOrder(201, 409);
            assertThat(Rows.number(
                            "select count(*) from enterprise where id in (?, ?) and merged_into is null",
                            one.id(),
                            two.id()))
                    .isEqualTo(1);
        }
    }

    @Test
    void nobodyMergesWhatIsNotHis() throws SQLException {
        SampleEnterprise own = SampleEnterprise.at("5304");
        SampleEnterprise foreign = SampleEnterprise.at("2210");
        assertThat(officer.json("POST", MERGERS, wanted(own, foreign, "")).statusCode())
                .isEqualTo(404);
        assertThat(officer.json("POST", MERGERS, wanted(foreign, own, "")).statusCode())
                .isEqualTo(404);
        assertThat(Rows.number(
                        "select count(*) from enterprise where id in (?, ?) and merged_into is not null",
                        own.id(),
                        foreign.id()))
                .isZero();
    }

    /** No English name either: those of samples are so much alike that other tests' are found near them. */
    private static void name(String zh, SampleEnterprise with, SampleEnterprise named) throws SQLException {
        Rows.change("update enterprise set name_en = null, name_zh = " + zh + " where id = ?", with.code(), named.id());
    }

    @Test
    void findsTheSameNameInOneDistrictAndRemembersWhatWasDismissed() throws SQLException {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        SampleEnterprise far = SampleEnterprise.at("2210");
        for (SampleEnterprise each : List.of(one, far)) {
            name("'深圳市' || ? || '（甲乙）有限公司'", one, each);
        }
        name("'深圳' || ? || '甲乙有限责任公司'", one, two);
        scan();
        List<Rows.Row> pairs = Rows.all("select id, second_id from enterprise_duplicate where first_id = ?", one.id());
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).id("second_id")).isEqualTo(two.id());
        long pair = pairs.get(0).id("id");
        assertThat(officer.json(
                                "POST",
                                "/api/v1/enterprises/duplicates/" + pair + "/dismissal",
                                "{\"note\":\"两家\"}",
                                "If-Match",
                                "\"v0\"")
                        .statusCode())
                .isEqualTo(200);
        scan();
        assertThat(Rows.number(
                        "select count(*) from enterprise_duplicate where first_id = ? or second_id = ?",
                        one.id(),
                        one.id()))
                .isEqualTo(1);
        assertThat(Rows.number(
                        "select count(*) from enterprise_duplicate where id = ? and dismissed_at is not null", pair))
                .isEqualTo(1);
    }
}
