package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files are approved with their draft, given to everybody then, and found by their words. */
@RunAsClient
class AttachmentIT implements ServerTest {
    private static final String CODE = "guide-with-a-form";
    private static final String READ = "/portal/library/documents/" + CODE;
    // The smallest one whose words can be read: its table of places is rebuilt by whoever reads it.
    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]"
            + "/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n4 0 obj<</Length 51>>stream\n"
            + "BT /F 12 Tf 20 200 Td (Zephyr declaration) Tj ET\n\n\nendstream endobj\n"
            + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    private final Caller author = Caller.signedIn("shenzhen.officer");
    private final Caller second = Caller.signedIn("gacc.officer");

    @BeforeEach
    void speakEnglish() throws SQLException {
        Rows.change("update account set language = 'en'");
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from document_draft");
        Rows.change("delete from document where code = ?", CODE);
        Rows.change("update account set language = 'zh'");
    }

    @Test
    void givesAFileToEverybodyOnceItIsApprovedAndFindsItsWords() throws SQLException {
        String draft = written();
        assertThat(upload(draft, "form.pdf", PDF).statusCode()).isEqualTo(303);
        String sha256 = Rows.one("select facts->'files'->0->>'sha256' as sha from document_draft where code = ?", CODE)
                .text("sha");
        assertThat(Caller.anonymous().get(READ + "/files/" + sha256).statusCode())
                .isEqualTo(404);
        assertThat(second.get(draft + "/files/" + sha256).body()).isEqualTo(PDF);
        assertThat(Caller.signedIn("shanghai.officer")
                        .get(draft + "/files/" + sha256)
                        .statusCode())
                .isEqualTo(404);
        publish(draft);
        HttpResponse<String> file = Caller.anonymous().get(READ + "/files/" + sha256);
        assertThat(file.body()).isEqualTo(PDF);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(Jsoup.parse(Caller.anonymous().get(READ).body())
                        .select(".doc-files a")
                        .text())
                .isEqualTo("form.pdf");
        JsonObject told = Reply.of(Caller.anonymous().get("/api/v1/documents/" + CODE))
                .body()
                .getJsonArray("files")
                .getJsonObject(0);
        assertThat(told.getString("name")).isEqualTo("form.pdf");
        assertThat(told.getString("mediaType")).isEqualTo("application/pdf");
        assertThat(told.getString("sha256")).isEqualTo(sha256);
        assertThat(told.getInt("bytes")).isEqualTo(PDF.length());
        assertThat(Caller.anonymous().get(told.getString("url")).body()).isEqualTo(PDF);
        assertThat(Rows.one(
                                "select s.plain || ' ' || s.language || ' ' || s.anchor as found from document_section s"
                                        + " join document d on d.id = s.document_id where d.code = ? and s.position >= 10000",
                                CODE)
                        .text("found"))
                .contains("Zephyr declaration", " en files");
    }

    @Test
    void keepsAFileWhoseWordsCannotBeReadAndSaysSo() throws SQLException {
        String draft = written();
        assertThat(upload(draft, "odd.pdf", "%PDF-1.7 nothing of it").statusCode())
                .isEqualTo(303);
        assertThat(author.get(draft + "/files").body()).contains("odd.pdf", "Could not be read");
        publish(draft);
        assertThat(Jsoup.parse(Caller.anonymous().get(READ).body())
                        .select(".doc-files a")
                        .text())
                .isEqualTo("odd.pdf");
    }

    @Test
    void refusesWhatIsNotAskedFor() throws SQLException {
        String draft = written();
        assertThat(upload(draft, "page.pdf", "<html>").statusCode()).isEqualTo(400);
        assertThat(upload(draft, "form.pdf", PDF).statusCode()).isEqualTo(303);
        assertThat(upload(draft, "again.pdf", PDF).statusCode()).isEqualTo(400);
        assertThat(Rows.number("select jsonb_array_length(facts->'files') from document_draft where code = ?", CODE))
                .isEqualTo(1);
    }

    @Test
    void takesItAwayAndAVersionKeepsWhatItHad() throws SQLException {
        String draft = written();
        upload(draft, "form.pdf", PDF);
        String sha256 = Rows.one("select facts->'files'->0->>'sha256' as sha from document_draft where code = ?", CODE)
                .text("sha");
        publish(draft);
        long id = Rows.number("select id from document where code = ?", CODE);
        String next = location(author.form("/desk/library/" + id + "/draft", Map.of()));
        Map<String, String> gone = version(next);
        gone.put("sha256", sha256);
        assertThat(author.form(next + "/files/removal", gone).statusCode()).isEqualTo(303);
        publish(next);
        assertThat(Caller.anonymous().get(READ + "/files/" + sha256).statusCode())
                .isEqualTo(404);
        assertThat(Rows.number("select count(*) from document_section where document_id = ? and position >= 10000", id))
                .isZero();
        String restored = location(author.form("/desk/library/" + id + "/draft", Map.of("from", "1")));
        assertThat(author.get(restored).body()).contains("form.pdf");
    }

    private String written() throws SQLException {
        String draft = location(author.form("/desk/library/new", Map.of("kind", "SERVICE_GUIDE", "code", CODE)));
        Map<String, String> writing = version(draft);
        writing.put("zhTitle", "带表格的指南");
        writing.put("zhMarkdown", "见附件。");
        writing.put("enTitle", "A guide with a form");
        writing.put("enMarkdown", "See the file.");
        writing.put("certainty", "CONFIRMED");
        writing.put("audience", "AEO");
        writing.put("topics", "keep");
        assertThat(author.form(draft, writing).statusCode()).isEqualTo(303);
        return draft;
    }

    private HttpResponse<String> upload(String draft, String name, String content) throws SQLException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n"
                + version(draft).get("version")
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--b--\r\n";
        return author.send("POST", draft + "/files", body, "Content-Type", "multipart/form-data; boundary=b");
    }

    private void publish(String draft) throws SQLException {
        Rows.change(
                "update document_draft set state = 'IN_REVIEW', submitted_by = author_id where id = ?",
                Long.parseLong(draft.replaceAll(".*/", "")));
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    private static Map<String, String> version(String draft) throws SQLException {
        Map<String, String> fields = new HashMap<>();
        long id = Long.parseLong(draft.replaceAll(".*/", ""));
        fields.put("version", Long.toString(Rows.number("select version from document_draft where id = ?", id)));
        return fields;
    }
}
