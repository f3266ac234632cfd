package org.aeoreach.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library as somebody reads it who is not signed in. */
@RunAsClient
class LibraryIT implements ServerTest {
    private static final String DOCUMENTS = "/portal/library/documents/";

    private final Caller reader = Caller.anonymous();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/portal/library/documents/nothing-of-this-name",
                "/portal/library/documents/..%2Fpolicy-order-282",
                "/api/v1/documents/nothing-of-this-name",
                "/api/v1/documents/nothing-of-this-name/versions",
                "/api/v1/documents/policy-order-282/versions/99",
            })
    void knowsNothingElse(String path) {
        assertThat(reader.get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/portal/library?asOf=2026-02-30",
                "/portal/library/list?asOf=yesterday",
                "/portal/library/list?kind=LAW",
                "/portal/library/list?audience=EVERYBODY%2CAEO",
                "/portal/library/list?step=HOME",
                "/portal/library/list?topic=%27%3B--",
                "/portal/library/documents/policy-order-282?asOf=0000-00-00",
                "/api/v1/documents/policy-order-282/asOf?day=26-1-1",
            })
    void refusesWhatDoesNotExist(String path) {
        assertThat(reader.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void saysOfARepealedOrderWhatIsInForceInstead() {
        Document page = page(DOCUMENTS + "policy-order-251");
        assertThat(page.select(".doc-banner-bad").text()).contains("2026年4月1日起废止", "第282号");
        assertThat(page.select(".doc-banner-bad a").attr("href")).isEqualTo(DOCUMENTS + "policy-order-282");
    }

    @Test
    void showsTheLawOfTheDayThatIsAskedFor() {
        Document old = page(DOCUMENTS + "policy-order-251?asOf=2026-03-31");
        assertThat(old.select(".doc-banner-bad")).isEmpty();
        assertThat(old.select(".doc-banner-day").text()).contains("2026年3月31日");
        Document fresh = page(DOCUMENTS + "policy-order-282?asOf=2026-03-31");
        assertThat(fresh.select(".doc-banner-warn").text()).contains("2026年4月1日起施行", "第251号");
        assertThat(fresh.select(".doc-banner-warn a").attr("href"))
                .isEqualTo(DOCUMENTS + "policy-order-251?asOf=2026-03-31");
    }

    @Test
    void followsAChainOfRepealsToWhatIsInForce() {
        JsonObject then = Reply.of(reader.get("/api/v1/documents/policy-order-225/asOf?day=2026-05-01"))
                .body();
        assertThat(then.getString("validity")).isEqualTo("REPEALED");
        assertThat(ids(then.getJsonArray("instead").getValuesAs(JsonObject.class)))
                .containsExactly("policy-order-282");
    }

    @Test
    void listsOnlyWhatIsInForceOnTheDay() {
        assertThat(codes("/portal/library/list?kind=POLICY"))
                .contains("policy-order-282")
                .doesNotContain("policy-order-251");
        assertThat(codes("/portal/library/list?kind=POLICY&repealed=yes"))
                .contains("policy-order-282", "policy-order-251");
        assertThat(codes("/portal/library/list?kind=POLICY&asOf=2026-03-31"))
                .contains("policy-order-251")
                .doesNotContain("policy-order-282");
    }

    @Test
    void beginsTheStandardWithItsOverview() {
        assertThat(codes("/portal/library/list?kind=STANDARD_ITEM"))
                .startsWith("standard-2026-overview", "standard-2026-01-customs-contact-person");
    }

    @Test
    void goesThroughAWholeListPageByPageWithoutLossOrRepetition() {
        String path = "/portal/library/list?audience=PROSPECTIVE&limit=50";
        List<String> seen = new java.util.ArrayList<>();
        for (String at = path; at != null; ) {
            Document page = page(at);
            seen.addAll(codes(page));
            at = page.select("a[rel=next]").isEmpty()
                    ? null
                    : page.select("a[rel=next]").attr("href") + "&limit=50";
        }
        assertThat(seen).doesNotHaveDuplicates();
        String all = page(path).select(".kinds a").first().text().replaceAll("[^0-9]", "");
        assertThat(seen).hasSize(Integer.parseInt(all));
    }

    @Test
    void leadsFromALinkInTheTextToTheSectionInTheSameDay() {
        Document page = page(DOCUMENTS + "standard-2026-04-cooperation-with-customs?asOf=2026-10-01");
        assertThat(page.select(".prose a").eachAttr("href"))
                .contains(DOCUMENTS + "standard-2026-30-obstruction?asOf=2026-10-01");
        assertThat(page.select("h2#prepare a").attr("href")).isEqualTo("#prepare");
        assertThat(page.select(".doc-contents a").eachAttr("href")).contains("#prepare");
        assertThat(page.select(".prose table td").eachText()).contains("关企合作");
        assertThat(page.select("a[rel=next]").attr("href"))
                .startsWith(DOCUMENTS + "standard-2026-05-pre-declaration-review");
    }

    @Test
    void leadsToASourceThatHasAnAddress() {
        String code = "policy-2026-no-34";
        assertThat(page(DOCUMENTS + code)
                        .select("section[aria-labelledby=basis] a")
                        .eachAttr("href"))
                .contains("http://www.customs.gov.cn/customs/2026-03/31/article_2026033114511949415.html");
        assertThat(page(DOCUMENTS + code)
                        .select("section[aria-labelledby=basis] li")
                        .text())
                .doesNotContain("http");
    }

    @Test
    void tellsOnPaperWhereAndWhenItWasRead() {
        assertThat(page(DOCUMENTS + "policy-order-251?asOf=2026-03-31")
                        .select(".doc-printed")
                        .text())
                .contains("http", DOCUMENTS + "policy-order-251?asOf=2026-03-31", "打印日期");
    }

    @Test
    void everyDocumentCanBeReadInBothLanguages() {
        for (String code : codes("/portal/library/list?kind=ARRANGEMENT&limit=200&repealed=yes")) {
            JsonObject document =
                    Reply.of(reader.get("/api/v1/documents/" + code)).body();
            assertThat(document.getJsonArray("texts").getValuesAs(JsonObject.class))
                    .extracting(text -> text.getString("language"))
                    .containsExactly("zh", "en");
            assertThat(document.getJsonArray("texts").getValuesAs(JsonObject.class))
                    .noneMatch(text -> text.getBoolean("behind"));
        }
    }

    @Test
    void readsTheOtherLanguageWithANotice() {
        Document page = page(DOCUMENTS + "policy-order-282?text=en");
        assertThat(page.select("article").attr("lang")).isEqualTo("en");
        assertThat(page.select(".doc-banner-day").text()).contains("英文版");
    }

    @Test
    void tellsRelationsInBothDirections() {
        JsonObject order =
                Reply.of(reader.get("/api/v1/documents/policy-order-282")).body();
        assertThat(links(order, "REPEALS", false)).contains("policy-order-251");
        JsonObject old =
                Reply.of(reader.get("/api/v1/documents/policy-order-251")).body();
        assertThat(links(old, "REPEALS", true)).containsExactly("policy-order-282");
    }

    @Test
    void keepsWhatWasPublishedFirst() {
        JsonObject versions = Reply.of(reader.get("/api/v1/documents/policy-order-282/versions"))
                .body();
        assertThat(versions.getJsonArray("items")).isNotEmpty();
        JsonObject first = Reply.of(reader.get("/api/v1/documents/policy-order-282/versions/1"))
                .body();
        assertThat(first.getJsonObject("texts").getJsonObject("zh").getString("title"))
                .contains("282");
        assertThat(first.getString("effective")).isEqualTo("2026-04-01");
    }

    private static List<String> links(JsonObject document, String relation, boolean incoming) {
        return ids(document.getJsonArray("links").getValuesAs(JsonObject.class).stream()
                .filter(link -> link.getString("relation").equals(relation))
                .filter(link -> link.get("incoming") == (incoming ? JsonValue.TRUE : JsonValue.FALSE))
                .toList());
    }

    private static List<String> ids(List<JsonObject> links) {
        return links.stream().map(link -> link.getString("id")).toList();
    }

    private List<String> codes(String path) {
        return codes(page(path));
    }

    private static List<String> codes(Document page) {
        return page.select(".shelf-item > a").eachAttr("href").stream()
                .map(href -> href.replaceFirst("[?].*", "").substring(DOCUMENTS.length()))
                .toList();
    }

    private Document page(String path) {
        HttpResponse<String> answer = reader.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
