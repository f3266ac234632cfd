package org.aeoreach.enquiry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** An answer becomes a question everybody can read, by two people, and says nothing of who asked. */
@RunAsClient
class PublicationIT extends Publishing {

    @Test
    void whatIsKnownOfTheAskerIsTakenOutOfWhatIsOffered() {
        Document offered = Jsoup.parse(author.get(page()).body());
        assertThat(offered.select("#zhTitle").val()).isEqualTo("某企业能存放夸布货物吗？");
        assertThat(offered.select("#zhQuestion").text()).isEqualTo("我是某企业（（略））的咨询人，电话（略），夸布货物能存放吗？");
        assertThat(offered.select("#zhAnswer").text()).isEqualTo("咨询人您好：夸布货物可以存放，但须单独记账。");
        assertThat(offered.select("#enTitle").val()).isEmpty();
        assertThat(offered.select("main").text()).contains("隶属海关指导意见");
    }

    @Test
    void aSecondPersonPublishesItAndItIsFoundAndLinkedBack() throws Exception {
        assertThat(send(author).statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("IN_REVIEW");
        assertThat(author.get("/desk/enquiries/" + enquiry.id()).body()).contains("待批准", draft());
        assertThat(house.get("/desk/enquiries/" + enquiry.id()).body())
                .contains("待批准")
                .doesNotContain(draft());
        assertThat(decide(author, "/approval").statusCode())
                .as("the same person")
                .isEqualTo(403);
        assertThat(state()).isEqualTo("IN_REVIEW");
        assertThat(second.get(draft()).body()).contains("/desk/enquiries/" + enquiry.id() + "\"");
        assertThat(decide(second, "/approval").statusCode()).isEqualTo(303);
        long document = Rows.number("select document_id from enquiry where id = ?", enquiry.id());
        assertThat(Rows.one("select code from document where id = ?", document).text("code"))
                .isEqualTo(CODE);
        assertThat(author.get("/api/v1/enquiries/" + enquiry.id() + "/publication")
                        .body())
                .contains("\"state\":\"PUBLISHED\"", "\"documentId\":" + document);
        assertThat(house.get("/desk/enquiries/" + enquiry.id()).body())
                .contains("已公开", "/portal/library/documents/" + CODE);
        assertThat(house.get("/desk/library/" + document).body()).contains("/desk/enquiries/" + enquiry.id() + "\"");
        assertThat(Caller.signedIn("shanghai.officer")
                        .get("/desk/library/" + document)
                        .body())
                .contains("夸布货物")
                .doesNotContain("/desk/enquiries/" + enquiry.id() + "\"");
        assertThat(publicPage())
                .contains("可以存放，但须单独记账", "隶属海关指导意见", "policy-order-282")
                .doesNotContain("enquiries", "欧阳璎珞", enterprise.code(), number());
        // What a district publishes is for enterprises of its own area.
        Caller neighbour = SampleEnterprise.at("5316").user("reader", SampleEnterprise.ALL);
        await(neighbour, "/portal/search?q=quorblax", CODE);
        String answers = neighbour
                .form("/portal/ask/answers", Map.of("subject", "夸布货物", "body", "夸布货物如何记账"))
                .body();
        assertThat(answers).contains(CODE);
    }

    private String number() throws SQLException {
        return Rows.one("select number from enquiry where id = ?", enquiry.id()).text("number");
    }

    private static String publicPage() {
        return Jsoup.parse(Caller.anonymous()
                        .get("/portal/library/documents/" + CODE)
                        .body())
                .select("main")
                .outerHtml();
    }

    @Test
    void isRefusedToWhoHasNoRightOrDoesNotSeeTheEnquiry() throws SQLException {
        assertThat(send(house).statusCode()).isEqualTo(403);
        assertThat(house.get(page()).statusCode()).isEqualTo(403);
        Caller other = Caller.signedIn("shanghai.officer");
        assertThat(send(other).statusCode()).isEqualTo(404);
        assertThat(other.get(page()).statusCode()).isEqualTo(404);
        assertThat(other.get("/api/v1/enquiries/" + enquiry.id() + "/publication")
                        .statusCode())
                .isEqualTo(404);
        assertThat(state()).isEqualTo("NONE");
    }

    @Test
    void whatStillNamesTheAskerIsRefusedAndTypedTextKept() throws SQLException {
        HttpResponse<String> named = send(author, "enAnswer", "Ask 欧阳璎珞 of " + enterprise.code() + ".");
        assertThat(named.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(named.body()).select("#enAnswer").text())
                .isEqualTo("Ask 欧阳璎珞 of " + enterprise.code() + ".");
        assertThat(Jsoup.parse(named.body()).select("#enAnswer-error").text()).contains("欧阳璎珞", enterprise.code());
        assertThat(state()).isEqualTo("NONE");
    }

    @Test
    void whatLooksLikeANameHasToBeConfirmed() throws SQLException {
        String words = "请联系李经理，可以存放。";
        HttpResponse<String> asked = send(author, "zhAnswer", words);
        assertThat(asked.statusCode()).isEqualTo(400);
        Document again = Jsoup.parse(asked.body());
        assertThat(again.select("#zhAnswer").text()).isEqualTo(words);
        assertThat(again.select("input[name=confirmed]").eachAttr("value")).containsExactly("李经理");
        assertThat(send(author, "zhAnswer", words + "另询王主任。", "confirmed", "李经理")
                        .statusCode())
                .as("another name came since")
                .isEqualTo(400);
        assertThat(send(author, "zhAnswer", words, "confirmed", "李经理").statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo("IN_REVIEW");
    }

    @Test
    void bothLanguagesAreNeededBeforeASecondPersonIsAsked() throws SQLException {
        HttpResponse<String> one = send(author, "enTitle", "", "enAnswer", "", "enQuestion", "");
        assertThat(one.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(one.body()).select("#zhTitle").val()).isEqualTo("夸布货物可以存放吗？");
        assertThat(send(author, "enTitle", "", "enAnswer", "", "enQuestion", "", "later", "true")
                        .statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(edit("zhMarkdown", "可以。", "enTitle", "", "enMarkdown", "").statusCode())
                .isEqualTo(400);
        assertThat(edit("zhMarkdown", "可以。欧阳璎珞", "enTitle", "Yes", "enMarkdown", "Yes.")
                        .statusCode())
                .as("a name typed at the desk of the library")
                .isEqualTo(400);
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(edit("zhMarkdown", "可以。", "enTitle", "Yes", "enMarkdown", "Yes.")
                        .statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo("IN_REVIEW");
        Rows.change("delete from document_draft where author_id = ?", Caller.account("shenzhen.officer"));
    }

    private HttpResponse<String> edit(String... texts) throws SQLException {
        long id = Long.parseLong(draft().replaceAll(".*/", ""));
        Map<String, String> fields = new HashMap<>(Map.of(
                "zhTitle", "夸布货物", "certainty", "CONFIRMED", "audience", "AEO", "topics", "keep", "then", "submit"));
        for (int i = 0; i < texts.length; i += 2) {
            fields.put(texts[i], texts[i + 1]);
        }
        fields.put("version", Long.toString(Rows.number("select version from document_draft where id = ?", id)));
        return author.form(draft(), fields);
    }

    @Test
    void isMadeThoughADraftOfAnotherDistrictIsCalledTheSame() throws SQLException {
        Rows.change(
                "insert into document_draft (code, unit_id, org_path, facts, base_version, author_id) select ?, id, org_path,"
                        + " '{\"kind\":\"QUESTION\"}', 0, ? from unit where code = '2200'",
                CODE,
                Caller.account("shanghai.officer"));
        assertThat(send(Caller.signedIn("shenzhen.officer")).statusCode()).isEqualTo(303);
        assertThat(Rows.number(
                        "select count(*) from document_draft where code like ? and org_path like '0000.5300.%'",
                        CODE + "-%"))
                .isOne();
    }

    @Test
    void isMadeOnceAndAgainOnlyAfterItsDraftWasDiscarded() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> send(author).statusCode());
        var other = CompletableFuture.supplyAsync(() ->
                send(second, "enTitle", "May quorblax goods be stored abroad?").statusCode());
        assertThat(new int[] {first.get(), other.get()}).containsExactlyInAnyOrder(303, 409);
        HttpResponse<String> again = send(author);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("已整理为常见问题", CODE, "待批准");
        Caller owner = Rows.one(
                                "select a.login from enquiry_publication p join account a on a.id = p.account_id"
                                        + " where p.enquiry_id = ?",
                                enquiry.id())
                        .text("login")
                        .equals("gacc.officer")
                ? second
                : author;
        assertThat(decide(second, "/return").statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(decide(owner, "/discard").statusCode()).isEqualTo(303);
        assertThat(send(author).statusCode()).isEqualTo(303);
    }

    @Test
    void aWithdrawnDocumentIsNoGroundAndWhatWasPublishedIsNotMadeTwice() throws SQLException {
        Rows.change("update document set archived = true where code = 'policy-order-282'");
        HttpResponse<String> doubted = send(author);
        assertThat(doubted.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(doubted.body()).select("#zhTitle").val()).isEqualTo("夸布货物可以存放吗？");
        Rows.change("update document set archived = false where code = 'policy-order-282'");
        // Should the server have looked just now.
        Rows.change("delete from enquiry_recheck where message_id = ?", answer);
        published();
        Rows.change("update document set archived = true where code = ?", CODE);
        assertThat(house.get("/desk/enquiries/" + enquiry.id()).body()).contains("已归档或废止");
        assertThat(send(author).statusCode()).isEqualTo(409);
        assertThat(author.get("/api/v1/enquiries/" + enquiry.id() + "/publication")
                        .body())
                .contains("\"state\":\"WITHDRAWN\"");
    }

    @Test
    void anAnswerThatWasTakenBackOrReplacedMeanwhileIsNotPublished() throws SQLException {
        Rows.change("update enquiry_message set goes_at = now() + interval '1 minute' where id = ?", answer);
        assertThat(send(author).statusCode()).as("can still be taken back").isEqualTo(409);
        Rows.change("update enquiry_message set goes_at = now(), undone_at = now() where id = ?", answer);
        HttpResponse<String> undone = send(author);
        assertThat(undone.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(undone.body()).select("#enTitle").val()).isEqualTo("May quorblax goods be stored?");
        long newer = answer("更正：不可以存放。", "GUIDANCE");
        assertThat(send(author).statusCode()).as("of the answer before").isEqualTo(409);
        assertThat(send(author, "answerId", Long.toString(newer)).statusCode()).isEqualTo(303);
    }

    @Test
    void anEnquiryOpenedAgainMeanwhileIsNotPublishedByTheSecondPerson() throws SQLException {
        assertThat(send(author).statusCode()).isEqualTo(303);
        Rows.change("update enquiry_work set status = 'REOPENED' where enquiry_id = ?", enquiry.id());
        assertThat(decide(second, "/approval").statusCode()).isEqualTo(409);
        assertThat(state()).isEqualTo("IN_REVIEW");
        Rows.change("update enquiry_work set status = 'ANSWERED' where enquiry_id = ?", enquiry.id());
        assertThat(decide(second, "/approval").statusCode()).isEqualTo(303);
    }

    @Test
    void anInterpretationIsPublishedByTheGeneralAdministration() throws SQLException {
        Rows.change("update enquiry_message set authority = 'INTERPRETATION' where id = ?", answer);
        assertThat(send(author).statusCode()).isEqualTo(403);
        assertThat(send(second).statusCode()).isEqualTo(303);
        assertThat(decide(Caller.signedIn("gacc.editor"), "/approval").statusCode())
                .isEqualTo(303);
        assertThat(publicPage()).contains("海关总署解释");
    }

    @Test
    void overRestTheSameHolds() throws SQLException {
        String path = "/api/v1/enquiries/" + enquiry.id() + "/publication";
        assertThat(author.get(path).statusCode()).isEqualTo(404);
        String body = "{\"answerId\":" + answer + ",\"zhTitle\":\"可以存放吗？\",\"zhAnswer\":\"李经理说可以。\","
                + "\"enTitle\":\"May quorblax goods be stored?\",\"enAnswer\":\"Yes.\",\"questionTopic\":\"keep\","
                + "\"questionAudience\":\"AEO\"%s}";
        HttpResponse<String> asked = author.json("POST", path, body.formatted(""));
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("confirmed", "李经理");
        HttpResponse<String> made = author.json("POST", path, body.formatted(",\"confirmed\":[\"李经理\"]"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(made.body()).contains("\"state\":\"IN_REVIEW\"", CODE);
        HttpResponse<String> twice = author.json("POST", path, body.formatted(",\"confirmed\":[\"李经理\"]"));
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains(CODE);
    }

    /** What rests on a published question is looked at again as what rests on any document. */
    @Test
    void answersThatCiteItAreListedWhenItChanges() throws SQLException {
        published();
        SampleEnquiry citing = SampleEnquiry.at("5304");
        long cites = Rows.number(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority)"
                        + " select ?, 'ANSWER', 'zh', '见常见问题', ?, id, 'HOUSE', 'GUIDANCE' from unit where code = '5304'"
                        + " returning id",
                citing.id(),
                Caller.account("shekou.officer"));
        Rows.change(
                "insert into enquiry_citation (message_id, position, document_id, version) select ?, 0, id, version"
                        + " from document where code = ?",
                cites,
                CODE);
        look();
        assertThat(rechecks(cites)).isZero();
        Rows.change("update document set version = version + 1 where code = ?", CODE);
        look();
        look();
        assertThat(rechecks(cites)).isOne();
    }

    /** After the look the server may have begun itself. */
    private static void look() throws SQLException {
        Rows.all(
                "select pg_advisory_xact_lock(hashtext('enquiry_rechecks_found'))::text, enquiry_rechecks_found(10000)");
    }

    private static long rechecks(long message) throws SQLException {
        return Rows.number("select count(*) from enquiry_recheck where message_id = ?", message);
    }
}
