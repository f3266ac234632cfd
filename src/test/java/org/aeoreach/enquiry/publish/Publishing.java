package org.aeoreach.enquiry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of publications share: an answered enquiry that names its asker, its author, a second person. */
abstract class Publishing implements ServerTest {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String CODE = "question-may-quorblax-goods-be-stored";

    final Caller house = Caller.signedIn("shekou.officer");
    final Caller author = Caller.signedIn("shenzhen.officer");
    final Caller second = Caller.signedIn("gacc.officer");
    SampleEnterprise enterprise;
    SampleEnquiry enquiry;
    long answer;

    @BeforeEach
    void answered() throws SQLException {
        forget();
        Rows.change("update account set language = 'zh'");
        Rows.change("delete from rate_counter");
        enterprise = SampleEnterprise.at("5304");
        Rows.change("update enterprise set name_zh = '深圳市璐琺琮贸易有限公司' where id = ?", enterprise.id());
        enquiry = SampleEnquiry.at("5304", "asks.quorblax@example.test");
        Rows.change(
                "update enquiry q set subject = '璐琺琮贸易能存放夸布货物吗？', asker_name = '欧阳璎珞', asker_phone = '0755-8877665',"
                        + " enterprise_id = e.id, enterprise_unit = e.unit_id, enterprise_path = e.org_path from enterprise e"
                        + " where e.id = ? and q.id = ?",
                enterprise.id(),
                enquiry.id());
        Rows.change(
                "update enquiry_message set body = ? where enquiry_id = ?",
                "我是深圳市璐琺琮贸易有限公司（" + enterprise.code() + "）的欧阳璎珞，电话07558877665，夸布货物能存放吗？",
                enquiry.id());
        answer = answer("欧阳璎珞您好：夸布货物可以存放，但须单独记账。", "GUIDANCE");
        Rows.change(
                "insert into enquiry_citation (message_id, position, document_id, version) select ?, 0, id, version"
                        + " from document where code = 'policy-order-282'",
                answer);
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change(
                "delete from enquiry_recheck where document_id in (select id from document where code like ? or code ="
                        + " 'policy-order-282')",
                CODE + "%");
        Rows.change(
                "delete from enquiry_citation where document_id in (select id from document where code like ?)",
                CODE + "%");
        Rows.change("update enquiry set document_id = null where document_id is not null");
        Rows.change("delete from document_draft where code like ?", CODE + "%");
        Rows.change("delete from document where code like ?", CODE + "%");
        Rows.change("update document set archived = false where code = 'policy-order-282'");
        Rows.change("delete from enquiry_recheck_seen");
    }

    long answer(String body, String authority) throws SQLException {
        Rows.change(
                "update enquiry_work set status = 'ANSWERED', due_at = null, warn_at = null, clock_since = null,"
                        + " total_due_at = null where enquiry_id = ?",
                enquiry.id());
        return Rows.number(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority,"
                        + " goes_at) select ?, 'ANSWER', 'zh', ?, ?, id, 'HOUSE', ?, now() - interval '1 minute' from unit"
                        + " where code = '5304' returning id",
                enquiry.id(),
                body,
                Caller.account("shekou.officer"),
                authority);
    }

    String page() {
        return "/desk/enquiries/" + enquiry.id() + "/publication";
    }

    Map<String, String> writing() {
        Map<String, String> fields = new HashMap<>();
        fields.put("answerId", Long.toString(answer));
        fields.put("zhTitle", "夸布货物可以存放吗？");
        fields.put("zhQuestion", "夸布货物存放在云仓，如何记账？");
        fields.put("zhAnswer", "可以存放，但须单独记账。\n- 夸布货物单独设账");
        fields.put("enTitle", "May quorblax goods be stored?");
        fields.put("enQuestion", "How are quorblax goods kept in a cloud warehouse booked?");
        fields.put(
                "enAnswer", "They may be stored if they are booked apart.\n- quorblax goods have books of their own");
        fields.put("questionTopic", "keep");
        fields.put("questionAudience", "AEO");
        return fields;
    }

    HttpResponse<String> send(Caller who, String... changed) {
        Map<String, String> fields = writing();
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return who.form(page(), fields);
    }

    String state() throws SQLException {
        return Rows.one(
                        "select coalesce(max(state), 'NONE') as it from enquiry_publication where enquiry_id = ?",
                        enquiry.id())
                .text("it");
    }

    String draft() throws SQLException {
        return "/desk/library/drafts/"
                + Rows.number("select max(draft_id) from enquiry_publication where enquiry_id = ?", enquiry.id());
    }

    HttpResponse<String> decide(Caller who, String way) throws SQLException {
        String draft = draft();
        long version = Rows.number(
                "select version from document_draft where id = ?", Long.parseLong(draft.replaceAll(".*/", "")));
        return who.form(draft + way, Map.of("version", Long.toString(version), "answer", "请修改"));
    }

    void published() throws SQLException {
        assertThat(send(author).statusCode()).isEqualTo(303);
        assertThat(decide(second, "/approval").statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("PUBLISHED");
    }

    static void await(Caller who, String path, String words) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!who.get(path).body().contains(words)) {
            assertThat(Instant.now()).as("%s does not show %s", path, words).isBefore(end);
            Thread.sleep(200);
        }
    }
}
