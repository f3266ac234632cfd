package org.aeoreach.enquiry.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether answers are still right after the document they rest on has changed. */
@RunAsClient
class RecheckIT implements ServerTest {
    // After the look the server has just begun itself.
    private static final String FIND =
            "select pg_advisory_xact_lock(hashtext('enquiry_rechecks_found'))::text, enquiry_rechecks_found(10000)";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final List<Long> documents = new ArrayList<>();
    private long document;
    private SampleEnquiry enquiry;
    private long answer;

    @BeforeEach
    void answered() throws SQLException {
        document = document("复核样例文件");
        enquiry = SampleEnquiry.at("5304", "recheck." + document + "@example.test");
        answer = answer(enquiry.id(), null);
        Rows.change("insert into enquiry_citation values (?, 0, ?, 1)", answer, document);
    }

    @AfterEach
    void forget() throws SQLException {
        for (long each : documents) {
            Rows.change("delete from enquiry_recheck where document_id = ?", each);
            Rows.change("delete from enquiry_citation where document_id = ?", each);
            Rows.change("delete from document where id = ?", each);
        }
    }

    private long document(String title) throws SQLException {
        long id = Rows.number(
                "insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key) select"
                        + " 'recheck-' || nextval('document_seq'), 'QUESTION', 'CONFIRMED', id, org_path, 'DESK', '', 'z' from unit"
                        + " where code = '0000' returning id");
        documents.add(id);
        Rows.change(
                "insert into document_text (document_id, language, title, markdown) values (?, 'zh', ?, '旧文')",
                id,
                title);
        version(id, 1, "旧文");
        return id;
    }

    private static String code(long document) throws SQLException {
        return Rows.one("select code from document where id = ?", document).text("code");
    }

    private static long answer(long enquiry, @Nullable Long serves) throws SQLException {
        return Rows.number(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority, serves)"
                        + " select ?, 'ANSWER', 'zh', '原答复', ?, id, 'HOUSE', 'GUIDANCE', ? from unit where code = '5304' returning id",
                enquiry,
                Caller.account("shekou.officer"),
                serves);
    }

    private void version(int version, String text) throws SQLException {
        version(document, version, text);
    }

    private static void version(long document, int version, String text) throws SQLException {
        Rows.change(
                "insert into document_version (document_id, version, content, origin) values (?, ?, jsonb_build_object('facts',"
                        + " '{}'::jsonb, 'links', '[]'::jsonb, 'texts', jsonb_build_object('zh', jsonb_build_object('title',"
                        + " '复核样例文件', 'summary', '', 'markdown', ?::text))), 'DESK')",
                document,
                version,
                text);
        Rows.change("update document set version = ? where id = ?", version, document);
    }

    private List<Rows.Row> found() throws SQLException {
        Rows.all(FIND);
        return Rows.all(
                "select id, document_id, why, status, version, from_version, to_version from enquiry_recheck where message_id = ? order by id",
                answer);
    }

    @Test
    void isListedOnceForEachNewState() throws SQLException {
        assertThat(found()).isEmpty();
        version(2, "新文");
        assertThat(found()).extracting(row -> row.text("why")).containsExactly("CHANGED");
        assertThat(found()).hasSize(1);
        version(3, "更新文");
        assertThat(found()).extracting(row -> row.id("to_version")).containsExactly(3L);
        Rows.change("update document set archived = true where id = ?", document);
        assertThat(found()).extracting(row -> row.text("why")).containsExactly("ARCHIVED");
    }

    @Test
    void aVersionThatTakesEffectLaterWaits() throws SQLException {
        Rows.change("update document set effective_from = china_day() + 5 where id = ?", document);
        version(2, "新文");
        assertThat(found()).isEmpty();
        Rows.change("update document set effective_from = china_day() where id = ?", document);
        assertThat(found()).hasSize(1);
    }

    @Test
    void whatIsStillRightIsNotListedAgainForTheSameState() throws SQLException {
        version(2, "新文");
        Rows.Row open = found().get(0);
        String page = house.get("/desk/enquiries/rechecks/" + open.id("id")).body();
        assertThat(page).contains("旧文", "新文", "原答复");
        HttpResponse<String> empty = decide(open, Map.of("version", "0", "recheckOutcome", "STILL_RIGHT"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(decide(open, Map.of("version", "0", "recheckOutcome", "STILL_RIGHT", "recheckNote", "只改了格式"))
                        .statusCode())
                .isEqualTo(303);
        Rows.change("delete from enquiry_recheck_seen where document_id = ?", document);
        assertThat(found()).extracting(row -> row.text("status")).containsExactly("STILL_RIGHT");
        assertThat(decide(open, Map.of("version", "1", "recheckOutcome", "STILL_RIGHT", "recheckNote", "又"))
                        .statusCode())
                .isEqualTo(409);
    }

    private HttpResponse<String> decide(Rows.Row recheck, Map<String, String> form) {
        return house.form("/desk/enquiries/rechecks/" + recheck.id("id"), form);
    }

    @Test
    void isDecidedByALevelWithTheAuthorityOfTheAnswer() throws SQLException {
        Rows.change("update enquiry_message set authority = 'POSITION' where id = ?", answer);
        version(2, "新文");
        Rows.Row open = found().get(0);
        Map<String, String> right = Map.of("version", "0", "recheckOutcome", "STILL_RIGHT", "recheckNote", "只改了格式");
        assertThat(decide(open, right).statusCode()).isEqualTo(409);
        assertThat(house.get("/desk").body()).doesNotContain("rechecks?authority=GUIDANCE");
        Caller district = Caller.signedIn("shenzhen.officer");
        assertThat(district.get("/desk").body()).contains("rechecks?authority=POSITION");
        assertThat(district.form("/desk/enquiries/rechecks/" + open.id("id"), right)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aCorrectedAnswerTakenBackIsAsIfItHadNeverBeen() throws SQLException {
        String mail = "recheck." + document + "@example.test";
        SampleEnquiry merged = SampleEnquiry.at("5304", "recheck.merged." + document + "@example.test");
        answer(merged.id(), answer);
        for (SampleEnquiry each : List.of(enquiry, merged)) {
            Rows.change(
                    "update enquiry_work set status = 'CLOSED', due_at = null, warn_at = null, clock_since = null,"
                            + " total_due_at = null where enquiry_id = ?",
                    each.id());
        }
        version(2, "新文");
        Rows.Row open = found().get(0);
        HttpResponse<String> sent =
                decide(open, Map.of("version", "0", "recheckOutcome", "CHANGED", "newAnswer", "更正后的答复"));
        String page = sent.headers().firstValue("Location").orElseThrow();
        assertThat(page).endsWith("/desk/enquiries/" + enquiry.id());
        String waiting =
                "select count(*) from mail where recipient in (?, ?) and status = 'WAITING' and next_attempt_at"
                        + " > now()";
        String other = "recheck.merged." + document + "@example.test";
        assertThat(Rows.number(waiting, mail, other)).isEqualTo(2);
        String undo = house.get(page).body().replaceAll("(?s).*action=\"([^\"]*/messages/[0-9]+/undo)\".*", "$1");
        assertThat(house.form(undo, Map.of()).statusCode()).isEqualTo(303);
        assertThat(Rows.number(waiting, mail, other)).isZero();
        assertThat(found()).extracting(row -> row.text("status")).containsExactly("OPEN");
        for (SampleEnquiry each : List.of(enquiry, merged)) {
            assertThat(each.work("status")).isEqualTo("CLOSED");
        }
        String again = house.get("/desk/enquiries/rechecks/" + open.id("id")).body();
        assertThat(again).contains("更正后的答复</textarea>");
        assertThat(decide(open, Map.of("version", "2", "recheckOutcome", "CHANGED", "newAnswer", "再更正的答复"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.form(undo, Map.of()).statusCode()).isEqualTo(409);
    }

    /** While he writes, a new version comes out; he has read the old one. */
    @Test
    void anAnswerRestsOnTheVersionItsAuthorReadAndIsListed() throws SQLException {
        SampleEnquiry late = SampleEnquiry.at("5304", "recheck.late." + document + "@example.test");
        version(2, "新文");
        assertThat(say(late, code(document) + "@3#s1").statusCode()).isEqualTo(400);
        assertThat(say(late, code(document) + "@1#s1").statusCode()).isEqualTo(200);
        answer = Rows.number("select max(id) from enquiry_message where enquiry_id = ? and kind = 'ANSWER'", late.id());
        assertThat(cited(answer)).containsExactly(code(document) + "@1#s1");
        assertThat(found()).extracting(row -> row.id("from_version")).containsExactly(1L);
    }

    private HttpResponse<String> say(SampleEnquiry to, String citation) throws SQLException {
        return house.json(
                "POST",
                "/api/v1/enquiries/" + to.id() + "/answer",
                "{\"body\":\"依据如下。\",\"citations\":[\"" + citation + "\"]}",
                "If-Match",
                "\"v" + to.version() + "\"");
    }

    private static List<String> cited(long message) throws SQLException {
        return Rows.all(
                        "select d.code || '@' || c.version || coalesce('#' || c.anchor, '') as it from enquiry_citation c"
                                + " join document d on d.id = c.document_id where c.message_id = ? order by c.position",
                        message)
                .stream()
                .map(row -> row.text("it"))
                .toList();
    }

    /** Of two documents that changed, he has looked at one. */
    @Test
    void whatNobodyLookedAtIsListedForTheCorrectedAnswerAgain() throws SQLException {
        long other = document("另一份样例文件");
        Rows.change("insert into enquiry_citation values (?, 1, ?, 1)", answer, other);
        version(2, "新文");
        version(other, 2, "新文");
        Rows.Row open = found().stream()
                .filter(row -> row.id("document_id") == document)
                .findFirst()
                .orElseThrow();
        assertThat(decide(open, Map.of("version", "0", "recheckOutcome", "CHANGED", "newAnswer", "更正后的答复"))
                        .statusCode())
                .isEqualTo(303);
        answer = Rows.number("select answer_id from enquiry_recheck where id = ?", open.id("id"));
        assertThat(cited(answer)).containsExactly(code(document) + "@2", code(other) + "@1");
        assertThat(found()).extracting(row -> row.id("document_id")).containsExactly(other);
    }

    @Test
    void aRepealedGroundGivesWayToAnotherAndEveryAskerIsTold() throws SQLException {
        long instead = document("取代的样例文件");
        SampleEnquiry merged = SampleEnquiry.at("5304", "recheck.merged." + document + "@example.test");
        Rows.change("update enquiry set merged_into = ? where id = ?", enquiry.id(), merged.id());
        answer(merged.id(), answer);
        Rows.change("update document set archived = true where id = ?", document);
        Rows.Row open = found().get(0);
        Map<String, String> said = new HashMap<>(Map.of(
                "version", "0", "recheckOutcome", "CHANGED", "newAnswer", "更正后的答复", "citations", "no-such-document"));
        HttpResponse<String> unknown = decide(open, said);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("更正后的答复</textarea>", "no-such-document");
        said.put("citations", code(instead) + "@1#s2");
        assertThat(decide(open, said).statusCode()).isEqualTo(303);
        long sent = Rows.number("select answer_id from enquiry_recheck where id = ?", open.id("id"));
        long repeated = Rows.number("select id from enquiry_message where serves = ?", sent);
        for (long each : List.of(sent, repeated)) {
            assertThat(cited(each)).containsExactly(code(instead) + "@1#s2");
        }
        assertThat(Rows.all(
                        "select body_text from mail where template = 'enquiry-answer-changed' and recipient in (?, ?)",
                        "recheck." + document + "@example.test",
                        "recheck.merged." + document + "@example.test"))
                .hasSize(2)
                .allSatisfy(letter ->
                        assertThat(letter.text("body_text")).contains("取代的样例文件").doesNotContain("复核样例文件"));
    }

    @Test
    void goesWithAnEnquiryThatIsHandedOverToAnotherUnit() throws SQLException {
        version(2, "新文");
        long before = found().get(0).id("id");
        Caller above = Caller.signedIn("shenzhen.officer");
        Caller there = Caller.signedIn("dapeng.officer");
        assertThat(there.get("/desk/enquiries/rechecks/" + before).statusCode()).isEqualTo(404);
        assertThat(house.json(
                                "POST",
                                "/api/v1/enquiries/" + enquiry.id() + "/transfer",
                                "{\"transferTo\":" + Units.id("5316") + ",\"transferReason\":\"企业迁址\"}",
                                "If-Match",
                                "\"v" + enquiry.version() + "\"")
                        .statusCode())
                .isEqualTo(204);
        assertThat(there.get("/desk/enquiries/rechecks/" + before).statusCode()).isEqualTo(200);
        assertThat(house.get("/desk/enquiries/rechecks/" + before).statusCode()).isEqualTo(404);
        assertThat(above.get("/desk/enquiries/rechecks/" + before).statusCode()).isEqualTo(200);
        // What is found after it was handed over is the new unit's from the beginning.
        Rows.change("delete from enquiry_recheck where document_id = ?", document);
        version(3, "更新文");
        long after = found().get(0).id("id");
        assertThat(there.get("/desk/enquiries/rechecks/" + after).statusCode()).isEqualTo(200);
        assertThat(house.get("/desk/enquiries/rechecks/" + after).statusCode()).isEqualTo(404);
    }

    @Test
    void aChangedAnswerIsSentToAllWhoHadGotTheFirst() throws SQLException {
        SampleEnquiry merged = SampleEnquiry.at("5304", "recheck.merged." + document + "@example.test");
        Rows.change("update enquiry set merged_into = ? where id = ?", enquiry.id(), merged.id());
        long repeated = answer(merged.id(), answer);
        Rows.change("insert into enquiry_citation values (?, 0, ?, 1)", repeated, document);
        version(2, "新文");
        Rows.Row open = found().get(0);
        assertThat(decide(open, Map.of("version", "0", "recheckOutcome", "CHANGED", "newAnswer", "更正后的答复"))
                        .statusCode())
                .isEqualTo(303);
        for (SampleEnquiry each : List.of(enquiry, merged)) {
            assertThat(Rows.one(
                                    "select body from enquiry_message where enquiry_id = ? order by id desc limit 1",
                                    each.id())
                            .text("body"))
                    .isEqualTo("更正后的答复");
        }
        assertThat(Rows.number(
                        "select count(*) from mail where template = 'enquiry-answer-changed' and recipient in (?, ?)"
                                + " and body_text like '%更正后的答复%'",
                        "recheck." + document + "@example.test", "recheck.merged." + document + "@example.test"))
                .isEqualTo(2);
        // The new answer rests on the document as it is now.
        assertThat(Rows.number(
                        "select max(c.version) from enquiry_citation c join enquiry_message m on m.id = c.message_id where m.enquiry_id = ?",
                        enquiry.id()))
                .isEqualTo(2);
        version(3, "再改");
        assertThat(found()).extracting(row -> row.text("status")).containsExactly("CHANGED");
    }
}
