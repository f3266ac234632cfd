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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The General Administration says which unit keeps a document; that unit is told and writes from then on. */
@RunAsClient
class KeeperIT extends Editing {
    private static final String REASON = "归口调整";

    private final Caller shanghai = Caller.signedIn("shanghai.officer");

    @AfterEach
    void forgetLetters() throws SQLException {
        Rows.change("delete from mail where template = 'library-keeper'");
    }

    @Test
    void anotherDistrictKeepsItAndIsTold() throws SQLException {
        publish(writing());
        long changed = changedAt();
        Document form = Jsoup.parse(second.get(address()).body());
        assertThat(form.select("#unit option").eachAttr("value"))
                .contains("0000", "2200")
                .doesNotContain("5300", "5304");
        assertThat(give("2200", REASON, 1).statusCode()).isEqualTo(303);
        assertThat(Reply.of(reader.get("/api/v1/documents/" + CODE)).body().getString("owner"))
                .isEqualTo("2200");
        assertThat(reader.get("/portal/library/list?district=2200&limit=200").body())
                .contains(READ);
        assertThat(reader.get("/portal/library/list?district=5300&limit=200").body())
                .doesNotContain(READ);
        assertThat(reader.get(READ).body()).as("its texts stay").contains("先说结论", "怎样做");
        assertThat(changedAt()).as("no change followers are told of").isEqualTo(changed);
        assertThat(Rows.one(
                                "select v.note from document_version v join document d on d.id = v.document_id"
                                        + " and d.version = v.version and v.version = 2 where d.code = ?",
                                CODE)
                        .text("note"))
                .isEqualTo(REASON);
        var letters = Rows.all("select recipient, body_text from mail where template = 'library-keeper'");
        assertThat(letters)
                .extracting(letter -> letter.text("recipient"))
                .contains(Rows.one("select mail from account where login = 'shanghai.officer'")
                        .text("mail"))
                .doesNotContain(Rows.one("select mail from account where login = 'shenzhen.officer'")
                        .text("mail"));
        assertThat(letters.get(0).text("body_text"))
                .contains("深圳办事指南", REASON, address().replace("/keeper", ""));
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'library.change-keeper' and record_id = ?"
                                + " and cast(changes as text) like '%5300%2200%'",
                        Long.toString(id())))
                .isEqualTo(1);
        assertThat(author.form("/desk/library/" + id() + "/draft", Map.of()).statusCode())
                .isEqualTo(403);
        String draft = location(shanghai.form("/desk/library/" + id() + "/draft", Map.of()));
        assertThat(shanghai.get(draft).statusCode()).isEqualTo(200);
        assertThat(author.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWithAllThatWasTypedAndChangesNothing() throws SQLException {
        publish(writing());
        assertThat(author.form(address(), fields("2200", REASON, 1)).statusCode())
                .as("a district gives nothing away")
                .isEqualTo(403);
        HttpResponse<String> same = give("5300", REASON, 1);
        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(same.body()).select("#unit-error").text()).contains("已由该机构维护");
        assertThat(Jsoup.parse(same.body()).select("#reason").val()).isEqualTo(REASON);
        assertThat(Jsoup.parse(give("5304", REASON, 1).body())
                        .select("#unit-error")
                        .text())
                .as("a house keeps nothing")
                .isNotEmpty();
        assertThat(give("2200", " ", 1).statusCode()).isEqualTo(400);
        assertThat(give("2200", REASON, 0).statusCode()).as("an older version").isEqualTo(409);
        open();
        HttpResponse<String> draft = give("2200", REASON, 1);
        assertThat(draft.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(draft.body()).select("#reason").val()).isEqualTo(REASON);
        assertThat(Rows.number("select version from document where code = ?", CODE))
                .isEqualTo(1);
        assertThat(Rows.all("select id from mail where template = 'library-keeper'"))
                .isEmpty();
    }

    @Test
    void districtsKeepNoPolicies() throws SQLException {
        long policy = Rows.number("select id from document where code = 'policy-order-251'");
        long version = Rows.number("select version from document where id = ?", policy);
        HttpResponse<String> answer =
                second.form("/desk/library/" + policy + "/keeper", fields("5300", REASON, version));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("#unit-error").text()).contains("只能维护办事指南和问答");
    }

    @Test
    void aNewerFileGoesOnWaiting() throws SQLException {
        publish(writing());
        Rows.change("update document set newer_file = true where code = ?", CODE);
        assertThat(give("0000", REASON, 1).statusCode()).isEqualTo(303);
        assertThat(Rows.number("select count(*) from document where code = ? and newer_file", CODE))
                .isEqualTo(1);
    }

    private HttpResponse<String> give(String unit, String reason, long version) throws SQLException {
        return second.form(address(), fields(unit, reason, version));
    }

    private static Map<String, String> fields(String unit, String reason, long version) {
        return Map.of("unit", unit, "reason", reason, "version", Long.toString(version));
    }

    private static String address() throws SQLException {
        return "/desk/library/" + id() + "/keeper";
    }

    private static long id() throws SQLException {
        return Rows.number("select id from document where code = ?", CODE);
    }

    private static long changedAt() throws SQLException {
        return Rows.number(
                "select cast(extract(epoch from changed_at) * 1000000 as bigint) from document where code = ?", CODE);
    }
}
