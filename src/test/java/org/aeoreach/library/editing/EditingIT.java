package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** From a draft through a second person to the reader. */
@RunAsClient
class EditingIT extends Editing {

    @Test
    void publishesOnlyWhatASecondPersonApproved() throws SQLException {
        String draft = begun();
        assertThat(save(draft, "submit", writing()).statusCode()).isEqualTo(303);
        assertThat(reader.get(READ).statusCode()).isEqualTo(404);
        assertThat(author.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(403);
        assertThat(reader.get(READ).statusCode()).isEqualTo(404);
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
        Document page = Jsoup.parse(reader.get(READ).body());
        assertThat(page.select("h1").text()).isEqualTo("深圳办事指南");
        assertThat(page.select("h2#how").text()).startsWith("怎样做");
        assertThat(Rows.number(
                        "select count(*) from search_change c join document d on d.id = c.first_id"
                                + " where c.kind = 'document' and d.code = ?",
                        CODE))
                .isPositive();
    }

    @Test
    void tellsWhatIsWrongBeforeASecondPersonSeesItAndKeepsWhatWasTyped() throws SQLException {
        String draft = begun();
        Map<String, String> wrong = writing();
        wrong.put("zhMarkdown", "先说。\n\n## 没有锚点\n\n见[那里](doc:nowhere-at-all)。");
        HttpResponse<String> answer = save(draft, "submit", wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#zhMarkdown").val()).contains("没有锚点");
        assertThat(page.select(".error-summary").text()).contains("第3行");
        assertThat(state()).isEqualTo("DRAFT");
        Map<String, String> odd = writing();
        odd.put("enMarkdown", "First.\n\n## Why {#why}\n\nSo.");
        assertThat(Jsoup.parse(save(draft, "submit", odd).body())
                        .select("#enMarkdown-error")
                        .text())
                .contains("锚点");
    }

    @Test
    void namesOtherDocumentsByTheirCodes() throws SQLException {
        String draft = begun();
        Map<String, String> wrong = writing();
        wrong.put("related", "policy-order-237\nnowhere-at-all");
        assertThat(Jsoup.parse(save(draft, "", wrong).body())
                        .select("#related-error")
                        .text())
                .contains("nowhere-at-all");
        wrong.put("related", CODE);
        assertThat(save(draft, "", wrong).statusCode()).isEqualTo(400);
        wrong.put("related", "");
        wrong.put("topics", "nothing");
        assertThat(save(draft, "", wrong).statusCode()).isEqualTo(400);
        Map<String, String> above = writing();
        above.put("repeals", "policy-order-237");
        assertThat(Jsoup.parse(save(draft, "", above).body())
                        .select("#repeals-error")
                        .text())
                .contains("海关总署");
        Map<String, String> right = writing();
        right.put("related", " policy-order-237，policy-order-251 ");
        save(draft, "submit", right);
        second.form(draft + "/approval", version(draft));
        assertThat(Rows.all(
                        "select l.relation || ' ' || l.target as link from document_link l join document d"
                                + " on d.id = l.document_id where d.code = ? order by l.relation, l.position",
                        CODE))
                .extracting(row -> row.text("link"))
                .containsExactly("BASED_ON policy-order-282", "RELATED policy-order-237", "RELATED policy-order-251");
        assertThat(Jsoup.parse(author.get(open()).body()).select("#related").val())
                .isEqualTo("policy-order-237\npolicy-order-251");
    }

    @Test
    void offersDocumentsByTitleOrCodeAndTellsTheTitlesOfThoseNamed() throws SQLException {
        assertThat(offered("282")).contains("policy-order-282");
        assertThat(offered("policy-order-28")).containsExactly("policy-order-282");
        assertThat(offered("100%")).isEmpty();
        assertThat(offered("")).isEmpty();
        assertThat(Caller.signedIn("shekou.officer")
                        .get("/desk/library/pick?q=282")
                        .statusCode())
                .isEqualTo(403);
        String draft = begun();
        save(draft, "", writing());
        assertThat(Jsoup.parse(author.get(draft).body())
                        .select("[data-value=policy-order-282]")
                        .text())
                .contains("海关总署令第282号");
    }

    @Test
    void offersTitlesOfEitherLanguageByPinyinAndOfTheArchive() throws SQLException {
        assertThat(offered("GACC Order 282, measures"))
                .as("in English, to a reader of Chinese")
                .contains("policy-order-282");
        assertThat(offered("haiguanzongshuling")).as("by pinyin").contains("policy-order-282");
        publish(writing());
        Rows.change("update document set archived = true where code = ?", CODE);
        assertThat(offered("圳办事指")).as("what no search finds").containsExactly(CODE);
        assertThat(offered("GUIDE-of-shen")).as("its code").containsExactly(CODE);
    }

    private List<String> offered(String text) {
        String path = "/desk/library/pick?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return Jsoup.parse(author.get(path).body()).select("[data-value]").eachAttr("data-value");
    }

    @Test
    void marksTheLanguageThatStaysBehind() throws SQLException {
        publish(writing());
        String draft = open();
        Map<String, String> chinese = writing();
        chinese.put("zhTitle", "新的标题");
        save(draft, "submit", chinese);
        second.form(draft + "/approval", version(draft));
        assertThat(behind()).isEqualTo("en");
        assertThat(Rows.number("select version from document where code = ?", CODE))
                .isEqualTo(2);
        assertThat(author.get("/desk/library?behind=yes").body()).contains("新的标题");
        String again = open();
        Map<String, String> english = writing();
        english.put("zhTitle", "新的标题");
        english.put("enTitle", "A new title");
        save(again, "submit", english);
        second.form(again + "/approval", version(again));
        assertThat(behind()).isEmpty();
    }

    @Test
    void publishesWhenTheTimeComes() throws Exception {
        String draft = begun();
        save(draft, "submit", writing());
        Map<String, String> later = version(draft);
        later.put("day", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString());
        assertThat(second.form(draft + "/approval", later).statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("SCHEDULED");
        assertThat(reader.get(READ).statusCode()).isEqualTo(404);
        Rows.change("update document_draft set publish_at = now() - interval '1 second' where code = ?", CODE);
        for (int i = 0; i < 40 && reader.get(READ).statusCode() != 200; i++) {
            Thread.sleep(1000);
        }
        assertThat(reader.get(READ).statusCode()).isEqualTo(200);
        assertThat(state()).isEqualTo("PUBLISHED");
        assertThat(Rows.number("select count(*) from audit_entry where action = 'library.publish'"))
                .isPositive();
    }

    @Test
    void doesNotPublishOverANewerVersion() throws SQLException {
        publish(writing());
        String draft = open();
        save(draft, "submit", writing());
        Rows.change("update document set version = version + 1 where code = ?", CODE);
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(409);
        assertThat(state()).isEqualTo("IN_REVIEW");
        Map<String, String> back = version(draft);
        back.put("answer", "已有新版本");
        second.form(draft + "/return", back);
        takesTheNewestVersionAndIsPublished(draft);
    }

    @Test
    void leavesPoliciesToTheGeneralAdministration() throws SQLException {
        assertThat(author.form("/desk/library/new", Map.of("kind", "POLICY", "code", CODE))
                        .statusCode())
                .isEqualTo(403);
        long order = Rows.number("select id from document where code = 'policy-order-282'");
        assertThat(author.form("/desk/library/" + order + "/draft", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(author.form("/desk/library/new", Map.of("kind", "TERM", "code", CODE))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Caller.signedIn("shekou.officer")
                        .form("/desk/library/new", Map.of("kind", "QUESTION", "code", CODE))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Rows.number("select count(*) from document_draft where code in (?, 'policy-order-282')", CODE))
                .isZero();
    }

    @Test
    void hidesDraftsFromOtherDistricts() throws SQLException {
        String draft = begun();
        assertThat(Caller.signedIn("shanghai.officer").get(draft).statusCode()).isEqualTo(404);
        assertThat(Caller.signedIn("shanghai.officer")
                        .form(draft + "/discard", version(draft))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsWhatADistrictWroteInItsOwnArea() throws SQLException {
        publish(writing());
        String list = "/portal/library/list?topic=keep&kind=SERVICE_GUIDE&limit=200";
        for (String login : List.of("electronics.user", "shekou.officer", "shenzhen.admin", "gacc.auditor")) {
            assertThat(Caller.signedIn(login).get(list).body()).as(login).contains(READ);
        }
        Caller elsewhere = Caller.signedIn("textiles.user");
        assertThat(elsewhere.get(list).body()).doesNotContain(READ);
        assertThat(reader.get(list).body()).doesNotContain(READ);
        assertThat(elsewhere.get("/api/v1/documents/policy-order-282").body()).doesNotContain(CODE);
        assertThat(Caller.signedIn("electronics.user")
                        .get("/api/v1/documents/policy-order-282")
                        .body())
                .as("which it is based on")
                .contains(CODE);
        assertThat(Jsoup.parse(elsewhere.get(READ).body())
                        .select(".doc-banner-warn")
                        .text())
                .contains("深圳海关");
        assertThat(Jsoup.parse(reader.get(READ).body()).select(".doc-banner-warn"))
                .isEmpty();
        assertThat(reader.get("/portal/library").body()).contains("district=5300");
        assertThat(Jsoup.parse(reader.get("/portal/library/list?district=5300&limit=200")
                                .body())
                        .select(".shelf-item > a")
                        .eachAttr("href"))
                .contains(READ)
                .doesNotContain("/portal/library/documents/policy-order-282");
        assertThat(reader.get("/portal/library/list?district=2200&limit=200").body())
                .doesNotContain(READ);
        assertThat(reader.get("/portal/library/list?district=53").statusCode()).isEqualTo(400);
    }

    @Test
    void givesBackWithAReasonAndRestoresAnOlderVersion() throws SQLException {
        publish(writing());
        String draft = open();
        Map<String, String> changed = writing();
        changed.put("zhTitle", "改坏了");
        save(draft, "submit", changed);
        Map<String, String> back = version(draft);
        back.put("answer", "标题不妥");
        assertThat(second.form(draft + "/return", back).statusCode()).isEqualTo(303);
        assertThat(author.get(draft).body()).contains("标题不妥");
        save(draft, "submit", changed);
        second.form(draft + "/approval", version(draft));
        long id = Rows.number("select id from document where code = ?", CODE);
        String restored = location(author.form("/desk/library/" + id + "/draft", Map.of("from", "1")));
        assertThat(Jsoup.parse(author.get(restored).body()).select("#zhTitle").val())
                .isEqualTo("深圳办事指南");
    }

    @Test
    void comparesANewerFileWithWhatAnEditorWrote() throws SQLException {
        publish(writing());
        String desk = newerFile("文件里的标题");
        Document compared = Jsoup.parse(author.get(desk + "/newer").body());
        assertThat(compared.select("ins").text()).contains("文件里的标题");
        assertThat(compared.select("del").text()).contains("深圳办事指南");
        assertThat(Caller.signedIn("shanghai.officer")
                        .form(desk + "/newer", Map.of("then", "keep"))
                        .statusCode())
                .isNotEqualTo(303);
        String draft = location(author.form(desk + "/newer", Map.of()));
        assertThat(Jsoup.parse(author.get(draft).body()).select("#zhTitle").val())
                .isEqualTo("文件里的标题");
        author.form(draft + "/discard", version(draft));
        assertThat(author.form(desk + "/newer", Map.of("then", "keep")).statusCode())
                .isEqualTo(303);
        assertThat(Rows.number("select count(*) from document where newer_file and code = ?", CODE))
                .isZero();
        assertThat(author.get(desk + "/newer").statusCode()).isEqualTo(404);
        assertThat(Rows.number("select count(*) from audit_entry where action = 'library.keep'"))
                .isPositive();
    }

    /** A file of the program says something else than the document does. @return its address at the desk */
    private static String newerFile(String title) throws SQLException {
        long id = Rows.number("select id from document where code = ?", CODE);
        Rows.change("update document set newer_file = true where id = ?", id);
        Rows.change(
                "insert into document_newer_file (document_id, content) select document_id,"
                        + " jsonb_set(content, '{texts,zh,title}', to_jsonb(cast(? as text))) from document_version"
                        + " where document_id = ?",
                title,
                id);
        return "/desk/library/" + id;
    }

    @Test
    void listsTheFilesThatCouldNotBeRead() throws SQLException {
        String before =
                Rows.one("select faults::text as faults from library_load").text("faults");
        Rows.change("update library_load set faults = '[{\"file\":\"guides/a.zh.md\",\"line\":7,"
                + "\"key\":\"content.fault.no-document\",\"arguments\":[\"nowhere\"]}]'");
        try {
            String page = Jsoup.parse(second.get("/desk/library/files").body())
                    .select("tbody tr")
                    .text();
            assertThat(page).contains("guides/a.zh.md", "7", "nowhere");
            assertThat(author.get("/desk/library/files").statusCode()).isEqualTo(403);
        } finally {
            Rows.change("update library_load set faults = cast(? as jsonb)", before);
        }
    }

    @Test
    void tellsTheSecondPersonAndThenTheAuthorWhatWaits() throws SQLException {
        String draft = begun();
        save(draft, "submit", writing());
        String waiting = "/desk/library/drafts?waits=DECIDE";
        assertThat(second.get("/desk").body()).contains(waiting);
        assertThat(second.get(waiting).body()).contains("深圳办事指南");
        assertThat(author.get("/desk").body()).doesNotContain(waiting);
        Map<String, String> back = version(draft);
        back.put("answer", "标题不妥");
        second.form(draft + "/return", back);
        assertThat(second.get("/desk").body()).doesNotContain(waiting);
        assertThat(author.get("/desk").body()).contains("/desk/library/drafts?waits=RETURNED");
        assertThat(author.get("/desk/library/drafts?waits=RETURNED").body()).contains("深圳办事指南");
    }

    @Test
    void refusesToSaveOverWhatSomebodyElseSaved() throws SQLException {
        String draft = begun();
        Map<String, String> mine = writing();
        mine.putAll(version(draft));
        assertThat(author.form(draft, mine).statusCode()).isEqualTo(303);
        assertThat(author.form(draft, mine).statusCode()).isEqualTo(409);
    }
}
