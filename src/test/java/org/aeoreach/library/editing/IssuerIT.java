package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Who issued a document is chosen at the desk, compared with what was said before, and told to readers. */
@RunAsClient
class IssuerIT extends Editing {

    @Test
    void isChosenComparedAndTold() throws SQLException {
        publish(writing("5300"));
        assertThat(issuer()).isEqualTo("深圳海关");
        assertThat(author.get("/desk/library?columns=title,issuer").body()).contains("深圳海关");
        String draft = open();
        assertThat(save(draft, "submit", writing("")).statusCode()).isEqualTo(303);
        Document review = Jsoup.parse(second.get(draft).body());
        assertThat(review.select("dt:contains(发布机关) + dd del").text()).contains("深圳海关");
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
        assertThat(issuer()).as("nobody is said to have issued it").isEmpty();
        assertThat(Reply.of(reader.get("/api/v1/documents/" + CODE)).body().containsKey("issuer"))
                .isFalse();
    }

    @Test
    void districtsIssueOnlyInTheirOwnName() throws SQLException {
        String draft = begun();
        assertThat(Jsoup.parse(author.get(draft).body())
                        .select("#issuer option")
                        .eachAttr("value"))
                .containsExactly("", "5300");
        HttpResponse<String> answer = save(draft, "", writing("0000"));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#issuer-error").text()).isNotEmpty();
        assertThat(page.select("#zhTitle").val()).as("what was typed stays").isEqualTo("深圳办事指南");
        assertThat(Rows.one("select facts->>'issuer' as issuer from document_draft where code = ?", CODE)
                        .text("issuer"))
                .isEqualTo("5300");
    }

    @Test
    void theGeneralAdministrationNamesAnyDistrict() throws SQLException {
        String draft =
                location(second.form("/desk/library/new", Map.of("kind", "POLICY", "code", "policy-of-the-issuer")));
        assertThat(Jsoup.parse(second.get(draft).body())
                        .select("#issuer option")
                        .eachAttr("value"))
                .contains("0000", "5300", "2200")
                .doesNotContain("5304");
        assertThat(Jsoup.parse(second.get(draft).body())
                        .select("#issuer option[selected]")
                        .attr("value"))
                .isEqualTo("0000");
    }

    private Map<String, String> writing(String issuer) {
        Map<String, String> fields = writing();
        fields.put("issuer", issuer);
        return fields;
    }

    /** As a reader is told. */
    private String issuer() {
        return Jsoup.parse(Caller.anonymous().get(READ).body())
                .select("dt:contains(发布机关) + dd")
                .text();
    }
}
