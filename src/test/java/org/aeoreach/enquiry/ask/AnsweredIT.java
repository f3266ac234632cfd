package org.aeoreach.enquiry.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an asker sees beside an answer, and what he says of it. */
@RunAsClient
class AnsweredIT implements ServerTest {
    private static final String CODE = "sample-cited";
    private static final String API = "/api/v1/portal/enquiries/";

    private Caller boss = Caller.anonymous();
    private Caller colleague = Caller.anonymous();
    private String question = "";
    private long id;

    @BeforeEach
    void answer() throws SQLException {
        Rows.change("delete from rate_counter");
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        boss = enterprise.user("boss", SampleEnterprise.ALL);
        colleague = enterprise.user("colleague", "ASK");
        question = AskIT.send(
                        boss,
                        "/portal/my/enquiries",
                        "subject",
                        "依据",
                        "body",
                        "依据什么？",
                        "seen",
                        "true",
                        "forColleagues",
                        "true")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        id = Long.parseLong(question.substring(question.lastIndexOf('/') + 1));
        Rows.change(
                "insert into enquiry_sharing (enterprise_id, unit_id, org_path, shared, account_id, version) select"
                        + " enterprise_id, enterprise_unit, enterprise_path, true, account_id, 1 from enquiry where id = ?",
                id);
        Rows.change(
                "with d as (insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key)"
                        + " select ?, 'POLICY', 'CONFIRMED', id, org_path, 'DESK', '', 'x' from unit where code = '0000'"
                        + " returning id) insert into document_text (document_id, language, title, markdown)"
                        + " select id, 'zh', '样本公告', '正文' from d",
                CODE);
        Rows.change(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority)"
                        + " select id, 'ANSWER', 'zh', '答复内容', ?, unit_id, 'HOUSE', 'GUIDANCE' from enquiry where id = ?",
                Caller.account("shekou.officer"),
                id);
        Rows.change(
                "insert into enquiry_citation (message_id, position, document_id, version, anchor) select m.id, 0, d.id,"
                        + " 1, 'part-2' from enquiry_message m, document d where m.enquiry_id = ? and m.kind = 'ANSWER'"
                        + " and d.code = ?",
                id,
                CODE);
    }

    @AfterEach
    void withoutTheDocument() throws SQLException {
        Rows.change("delete from enquiry_recheck where document_id = (select id from document where code = ?)", CODE);
        Rows.change("delete from enquiry_citation where document_id = (select id from document where code = ?)", CODE);
        Rows.change("delete from document where code = ?", CODE);
    }

    private String page() {
        return boss.get(question).body();
    }

    @Test
    void namesTheDocumentsWithVersionSectionAndWhatBecameOfThem() throws SQLException {
        assertThat(page())
                .contains("样本公告", "/portal/library/documents/" + CODE + "#part-2", "第1版", "隶属海关指导意见")
                .doesNotContain("引用后");
        Rows.change("update document set version = 3 where code = ?", CODE);
        assertThat(page()).contains("引用后已修订，现为第3版");
        Rows.change("update document set repealed_from = china_day() where code = ?", CODE);
        assertThat(page()).contains("引用后已废止");
        assertThat(boss.get(API + id).body()).contains("\"since\":\"REPEALED\"", "\"version\":1", "\"now\":3");
        Rows.change("update document set archived = true where code = ?", CODE);
        assertThat(page()).contains("已不再公布").doesNotContain("documents/" + CODE);
    }

    @Test
    void hidesWhatCanStillBeTakenBack() throws SQLException {
        Rows.change(
                "update enquiry_message set goes_at = now() + interval '1 hour' where enquiry_id = ? and kind = 'ANSWER'",
                id);
        assertThat(page()).doesNotContain("样本公告", "答复内容");
        assertThat(boss.get(API + id).body()).doesNotContain(CODE);
    }

    private void close() throws SQLException {
        Rows.change(
                "update enquiry_work set status = 'CLOSED', due_at = null, clock_since = null where enquiry_id = ?",
                id);
        Rows.change("update enquiry set answered_at = now(), closed_at = now() where id = ?", id);
    }

    private HttpResponse<String> rate(Caller caller) {
        return caller.form(question + "/rating", Map.of("solved", "false", "ease", "2", "words", "太慢"));
    }

    @Test
    void isRatedOnceByWhoAskedWhenItIsClosed() throws SQLException {
        assertThat(page()).doesNotContain("/rating");
        assertThat(rate(boss).statusCode()).as("not closed").isEqualTo(409);
        close();
        assertThat(page()).contains("/rating");
        assertThat(colleague.get(question).body()).contains("答复内容").doesNotContain("/rating");
        assertThat(rate(colleague).statusCode()).isEqualTo(409);
        HttpResponse<String> empty = boss.form(question + "/rating", Map.of("words", "说了一句"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("说了一句");
        assertThat(rate(boss).statusCode()).isEqualTo(303);
        assertThat(page()).doesNotContain("/rating");
        assertThat(boss.json("POST", API + id + "/rating", "{\"solved\":true,\"ease\":5}")
                        .statusCode())
                .isEqualTo(409);
        Rows.Row kept = Rows.one("select solved, ease, words from enquiry_rating where enquiry_id = ?", id);
        assertThat(kept.text("solved")).isEqualTo("false");
        assertThat(kept.text("words")).isEqualTo("太慢");
    }
}
