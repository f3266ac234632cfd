package org.aeoreach.library.searching;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library is searched by somebody who is not signed in. */
@RunAsClient
class SearchIT implements ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Caller reader = Caller.anonymous();

    @BeforeEach
    void awaitTheIndex() throws InterruptedException {
        await("第282号令", "policy-order-282");
    }

    private void await(String text, String key) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!search(text, "").body().contains("\"" + key + "\"")) {
            assertThat(Instant.now()).as("%s is not found by %s", key, text).isBefore(end);
            Thread.sleep(200);
        }
    }

    private HttpResponse<String> search(String text, String more) {
        return reader.get("/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
    }

    private Document page(String text, String more) {
        HttpResponse<String> answer =
                reader.get("/portal/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&kind=a%20b", "&sort=size", "&inForce=perhaps", "&asOf=2026-02-30", "&limit=0", "&after=xx%25"})
    void refusesWhatCannotBeAsked(String more) {
        assertThat(search("认证", more).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "的了吗", "((((", "*", "\u0001\u0002", "\"", "-", "\ud83d\ude00", "%"})
    void answersSillyQuestions(String text) {
        assertThat(search(text, "").statusCode()).isIn(200, 400);
        assertThat(reader.get("/portal/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .statusCode())
                .isIn(200, 400);
    }

    @Test
    void refusesAQuestionLongerThanAnyAddress() {
        assertThat(search("认".repeat(2_000), "").statusCode()).isIn(400, 413, 414, 431);
    }

    @Test
    void answersOverRestWithPassageFacetsAndTheNextPart() {
        JsonObject answer = Reply.of(search("集装箱装货前检查", "&lang=zh&limit=3")).body();
        JsonObject first = answer.getJsonArray("items").getJsonObject(0);
        assertThat(first.getString("id"))
                .isIn("standard-2026-54-pre-loading-inspection", "question-loading-a-container");
        assertThat(first.getString("passage")).isNotBlank();
        assertThat(first.getString("url")).startsWith("/portal/library/documents/" + first.getString("id"));
        assertThat(reader.get(first.getString("url").split("#")[0]).statusCode())
                .isEqualTo(200);
        assertThat(answer.getInt("total")).isGreaterThan(3);
        assertThat(answer.getJsonObject("facets").getJsonArray("kind")).isNotEmpty();
        List<String> ids = new ArrayList<>(ids(answer));
        String next = answer.getString("next");
        ids.addAll(ids(
                Reply.of(search("集装箱装货前检查", "&lang=zh&limit=3&after=" + next)).body()));
        assertThat(ids).hasSize(6).doesNotHaveDuplicates();
    }

    private static List<String> ids(JsonObject answer) {
        return answer.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    @Test
    void saysWhatWasProbablyMeant() {
        assertThat(Reply.of(search("信用修付", "&lang=zh")).body().getString("didYouMean"))
                .isEqualTo("信用修复");
        assertThat(page("信用修付", "").select(".finder-meant a").text()).isEqualTo("信用修复");
    }

    @Test
    void suggestsTitlesByPinyin() {
        assertThat(reader.get("/api/v1/suggest?q=zhenggaiqi&lang=zh").body()).contains("guide-correction-period");
        assertThat(reader.get("/portal/search/suggestions?q=zhenggaiqi").body())
                .contains("/portal/library/documents/guide-correction-period");
    }

    @Test
    void thePageShowsHitsThatCanBeNarrowed() {
        Document page = page("集装箱", "");
        assertThat(page.select(".finder-hit").size()).isEqualTo(10);
        assertThat(page.select(".finder-hit mark")).isNotEmpty();
        String narrower =
                page.select(".finder-facets a[href*=kind=VALIDATION_SCENARIO]").attr("href");
        Document scenarios = Jsoup.parse(reader.get(narrower).body());
        assertThat(scenarios.select(".finder-facts").eachText())
                .isNotEmpty()
                .allMatch(facts -> facts.startsWith(kind(scenarios)));
        assertThat(page.select("a[rel=next]").attr("href")).contains("after=");
    }

    /** The kind that was chosen, as the page names it. */
    private static String kind(Document page) {
        return page.select(".finder-facets [aria-current]").text();
    }

    @Test
    void saysWhatToDoWhenNothingIsFound() {
        Document page = page("\"qqqqzzzz\"", "&kind=POLICY");
        assertThat(page.select(".nothing-next li").size()).isEqualTo(4);
        assertThat(page.select(".nothing").text()).contains("12360");
    }

    @Test
    void findsAChangeWithinSecondsAndForgetsWhatIsArchived() throws Exception {
        String key = "sample-search-" + System.nanoTime();
        String word = "q" + Long.toString(System.nanoTime(), 36);
        Rows.change(
                "insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key)"
                        + " select ?, 'QUESTION', 'CONFIRMED', id, org_path, 'DESK', '', 'z' from unit where code = '0000'",
                key);
        Rows.change(
                "insert into document_text (document_id, language, title, summary, markdown)"
                        + " select id, 'zh', ?, '', '' from document where code = ?",
                "关于" + word + "的样例",
                key);
        Rows.change("update document set version = version + 1 where code = ?", key);
        await(word, key);
        Rows.change("update document set archived = true where code = ?", key);
        Instant end = Instant.now().plus(PATIENCE);
        while (search(word, "").body().contains(key)) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(200);
        }
        Rows.change("delete from document where code = ?", key);
    }

    private static String guide(String key, String unit, String title) throws Exception {
        Rows.change(
                "insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key, topics)"
                        + " select ?, 'SERVICE_GUIDE', 'CONFIRMED', id, org_path, 'DESK', '', 'z', array['外部主题']"
                        + " from unit where code = ?",
                key,
                unit);
        Rows.change(
                "insert into document_text (document_id, language, title, summary, markdown)"
                        + " select id, 'zh', ?, '', '' from document where code = ?",
                title,
                key);
        Rows.change("update document set version = version + 1 where code = ?", key);
        return key;
    }

    @Test
    void aDistrictsGuideIsFoundInItsOwnAreaOnly() throws Exception {
        String word = letters();
        String path = "/api/v1/search?lang=zh&q=" + word;
        String everywhere = guide("sample-all-" + word, "0000", "全国指引" + word);
        String shanghai = guide("sample-shanghai-" + word, "2200", "沪区指引" + word);
        String shenzhen = guide("sample-shenzhen-" + word, "5300", "深区指引" + word);
        try {
            await(word, everywhere);
            Caller country = Caller.signedIn("gacc.officer");
            Instant end = Instant.now().plus(PATIENCE);
            while (ids(Reply.of(country.get(path)).body()).size() < 3) {
                assertThat(Instant.now()).isBefore(end);
                Thread.sleep(200);
            }
            assertThat(ids(Reply.of(reader.get(path)).body())).containsExactly(everywhere);
            assertThat(reader.get("/api/v1/suggest?lang=zh&q=" + word).body())
                    .contains(everywhere)
                    .doesNotContain(shanghai, shenzhen);
            for (String login : List.of("shenzhen.officer", "electronics.user")) {
                Caller own = Caller.signedIn(login);
                JsonObject found = Reply.of(own.get(path)).body();
                assertThat(ids(found)).as(login).containsExactlyInAnyOrder(everywhere, shenzhen);
                assertThat(found.getJsonObject("facets")
                                .getJsonArray("kind")
                                .getJsonObject(0)
                                .getInt("count"))
                        .isEqualTo(2);
                assertThat(own.get("/portal/search/suggestions?q=" + word).body())
                        .contains(shenzhen)
                        .doesNotContain(shanghai);
                Document page = Jsoup.parse(own.get("/portal/search?q=" + word).body());
                assertThat(page.select(".finder-facts .tag").eachText()).contains("深圳海关");
                assertThat(page.text()).doesNotContain("沪区指引");
            }
            assertThat(Reply.of(search(word, "&lang=zh&topic=" + URLEncoder.encode("外部主题", StandardCharsets.UTF_8)))
                            .body()
                            .getInt("total"))
                    .as("a topic of another system")
                    .isEqualTo(1);
        } finally {
            Rows.change("delete from document where code like ?", "sample-%-" + word);
        }
    }

    @Test
    void countsOnlyWhatIsAskedOfTheWholeLibrary() throws Exception {
        String word = letters();
        page("封条 " + word, "&kind=POLICY");
        page("封条 " + word, "&sort=date");
        page("封条 " + word, "&asOf=2026-01-01");
        search("封条 " + word, "&inForce=true");
        String opened = letters();
        assertThat(reader.form("/portal/search/opened", Map.of("q", opened, "place", "1"))
                        .statusCode())
                .isEqualTo(204);
        ask("封条 " + word, "2");
        assertThat(counted("封条 " + word).id("searches")).isEqualTo(1);
        assertThat(Rows.all("select 1 from library_search where words = ?", opened))
                .as("opened without being asked")
                .isEmpty();
    }

    @Test
    void aQuestionOfTheLongestLengthIsAnswered() {
        String words = "高级认证企业、信用修复、封条、集装箱、整改期、复核、亏损、原产地、保税、加工贸易、".repeat(12).substring(0, 400);
        assertThat(search(words, "").statusCode()).isEqualTo(200);
        assertThat(page(words, "").select(".finder-hit")).isNotEmpty();
    }

    private void ask(String text, String open) {
        page(text, "");
        if (!open.isEmpty()) {
            assertThat(reader.form("/portal/search/opened", Map.of("q", text, "place", open))
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    /** A word nobody has asked for. */
    private static String letters() {
        StringBuilder letters = new StringBuilder("q");
        for (char digit : Long.toString(System.nanoTime()).toCharArray()) {
            letters.append((char) (digit - '0' + 'a'));
        }
        return letters.toString();
    }

    private static Rows.Row counted(String words) throws Exception {
        return counted(words, 0);
    }

    /** What was searched is written down every few seconds, what was opened perhaps with the next. */
    private static Rows.Row counted(String words, int opened) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        List<Rows.Row> rows = List.of();
        while (rows.isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(200);
            rows = Rows.all(
                    "select searches, found, opened, places from library_search where words = ? and opened >= ?",
                    words,
                    opened);
        }
        return rows.get(0);
    }

    @Test
    void countsWhatIsAskedAndOpenedWithoutNumbersThatTellSomebody() throws Exception {
        String word = "封条 " + letters() + " 13800138000";
        ask(word, "3");
        String kept = word.replaceAll("[0-9]{11}", "\u2026");
        Rows.Row row = counted(kept, 1);
        assertThat(row.id("searches")).isEqualTo(1);
        assertThat(row.id("found")).isPositive();
        assertThat(row.id("places")).isEqualTo(3);
        assertThat(Rows.all("select 1 from library_search where words like '%13800138000%'"))
                .isEmpty();
        assertThat(reader.form("/portal/search/opened", Map.of("q", word, "place", "0"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsEditorsOfTheCountryWhatIsNotAnswered() throws Exception {
        String word = letters();
        ask("\"" + word + "\"", "");
        ask("\"" + word + "\"", "");
        counted("\"" + word + "\"");
        Rows.change("update library_search set searches = 5 where words = ?", "\"" + word + "\"");
        Caller editor = Caller.signedIn("gacc.officer");
        String missed = "/desk/library/gaps?outcome=MISSED_NOW";
        assertThat(editor.get(missed + "&q=" + word).body()).contains(word);
        assertThat(editor.get("/desk").body()).contains(missed);
        // Of last week: the first page does not count it, nor does the list it opens show it.
        Rows.change("update library_search set day = china_day() - 8 where words = ?", "\"" + word + "\"");
        Document older = Jsoup.parse(editor.get(missed + "&q=" + word).body());
        assertThat(older.select("tbody td:contains(" + word + ")")).isEmpty();
        assertThat(editor.get("/desk/library/gaps?outcome=NONE_FOUND&q=" + word).body())
                .contains(word);
        assertThat(Caller.signedIn("shenzhen.officer").get("/desk/library/gaps").statusCode())
                .isIn(403, 404);
    }

    @Test
    void editorsPutADocumentFirstAndSeeTheEffectBefore() throws Exception {
        Caller editor = Caller.signedIn("gacc.officer");
        String words = "首选样例" + System.nanoTime();
        String asked = URLEncoder.encode(words, StandardCharsets.UTF_8);
        Document tried = Jsoup.parse(editor.get("/desk/library/pins?q=" + asked + "&chosen=yes&pin=arrangement-brazil")
                .body());
        assertThat(tried.select("section[aria-labelledby=then] li a").first().attr("href"))
                .contains("arrangement-brazil");
        assertThat(search(words, "").body()).as("only tried").doesNotContain("arrangement-brazil");
        assertThat(editor.form("/desk/library/pins", Map.of("q", words, "pin", "arrangement-brazil"))
                        .statusCode())
                .isEqualTo(303);
        await(words, "arrangement-brazil");
        assertThat(editor.form("/desk/library/pins", Map.of("q", words, "pin", "no-such-document"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Rows.number("select count(*) from library_pin where question = ?", words))
                .as("a refused change changes nothing")
                .isEqualTo(1);
        assertThat(Caller.signedIn("shenzhen.officer")
                        .form("/desk/library/pins", Map.of("q", words, "pin", "arrangement-brazil"))
                        .statusCode())
                .isEqualTo(403);
        Rows.change("delete from library_pin where question = ?", words);
    }

    @Test
    void editorsSeeHowEachJudgedQuestionIsAnsweredAndWhy() {
        Caller editor = Caller.signedIn("gacc.officer");
        Document all = Jsoup.parse(editor.get("/desk/library/judged").body());
        assertThat(all.select("tbody tr").size()).isEqualTo(5);
        assertThat(Double.parseDouble(
                        all.select("tbody tr").first().select("td").get(1).text()))
                .isGreaterThan(0.75);
        Document one = Jsoup.parse(editor.get("/desk/library/judged/4").body());
        assertThat(one.select(".pins-hits li").size()).isGreaterThan(1);
        assertThat(one.select(".pins-hits").text()).contains("亏");
    }
}
