package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of drafts share: an author of a district, a second person, a reader. */
abstract class Editing implements ServerTest {
    static final String CODE = "guide-of-shenzhen";
    static final String READ = "/portal/library/documents/" + CODE;

    final Caller author = Caller.signedIn("shenzhen.officer");
    final Caller second = Caller.signedIn("gacc.officer");
    final Caller reader = Caller.anonymous();

    @BeforeEach
    void speakChinese() throws SQLException {
        Rows.change("delete from document_draft");
        Rows.change("update account set language = 'zh'");
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from document_draft");
        Rows.change("delete from document where code = ?", CODE);
    }

    void takesTheNewestVersionAndIsPublished(String draft) throws SQLException {
        Rows.change(
                "insert into document_version (document_id, version, content, origin) select v.document_id, 2, v.content,"
                        + " 'FILE' from document_version v join document d on d.id = v.document_id where d.code = ?"
                        + " on conflict do nothing",
                CODE);
        Document page = Jsoup.parse(author.get(draft).body());
        assertThat(page.select("form[action$=/base]")).hasSize(1);
        assertThat(Caller.signedIn("shanghai.officer")
                        .form(draft + "/base", version(draft))
                        .statusCode())
                .isEqualTo(404);
        assertThat(author.form(draft + "/base", version(draft)).statusCode()).isEqualTo(303);
        assertThat(Jsoup.parse(author.get(draft).body()).select("form[action$=/base]"))
                .isEmpty();
        Map<String, String> mine = writing();
        mine.put("zhTitle", "在新版本上");
        assertThat(save(draft, "submit", mine).statusCode()).isEqualTo(303);
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
        assertThat(reader.get(READ).body()).contains("在新版本上");
    }

    void publish(Map<String, String> writing) throws SQLException {
        String draft = begun();
        save(draft, "submit", writing);
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
    }

    String begun() {
        return location(author.form("/desk/library/new", Map.of("kind", "SERVICE_GUIDE", "code", CODE)));
    }

    String open() throws SQLException {
        long id = Rows.number("select id from document where code = ?", CODE);
        return location(author.form("/desk/library/" + id + "/draft", Map.of()));
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    HttpResponse<String> save(String draft, String then, Map<String, String> writing) throws SQLException {
        Map<String, String> sent = new HashMap<>(writing);
        sent.putAll(version(draft));
        sent.put("then", then);
        return author.form(draft, sent);
    }

    static Map<String, String> version(String draft) throws SQLException {
        long id = Long.parseLong(draft.replaceAll(".*/", ""));
        Map<String, String> fields = new HashMap<>();
        fields.put("version", Long.toString(Rows.number("select version from document_draft where id = ?", id)));
        return fields;
    }

    static Map<String, String> writing() {
        Map<String, String> fields = new HashMap<>();
        fields.put("zhTitle", "深圳办事指南");
        fields.put("zhSummary", "一句话。");
        fields.put("zhMarkdown", "先说结论。\n\n## 怎样做 {#how}\n\n见[办法](doc:policy-order-282)。");
        fields.put("enTitle", "A guide of Shenzhen");
        fields.put("enSummary", "One sentence.");
        fields.put("enMarkdown", "The answer.\n\n## How {#how}\n\nSee [the order](doc:policy-order-282).");
        fields.put("certainty", "CONFIRMED");
        fields.put("audience", "AEO");
        fields.put("topics", "keep");
        fields.put("basedOn", "policy-order-282");
        fields.put("sources", "深圳海关 / Shenzhen Customs");
        return fields;
    }

    static String state() throws SQLException {
        return Rows.one("select state from document_draft where code = ? order by id desc limit 1", CODE)
                .text("state");
    }

    static String behind() throws SQLException {
        return Rows.all(
                        "select t.language from document_text t join document d on d.id = t.document_id"
                                + " where d.code = ? and t.behind",
                        CODE)
                .stream()
                .map(row -> row.text("language"))
                .reduce("", String::concat);
    }
}
