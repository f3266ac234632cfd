package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Documents that are no longer kept up to date leave lists and search, by two persons and with a reason. */
@RunAsClient
class ArchiveIT extends Editing {
    private static final String REASON = "内容已并入新的指南";
    private static final String LIST = "/portal/library/list?district=5300&limit=200";

    @Test
    void archivesWithASecondPersonAndTakesBackAgain() throws Exception {
        publish(writing());
        assertThat(isFoundAs(true)).isTrue();
        String draft = location(archive(author, "true", REASON + " / Part of the new guide"));
        assertThat(reader.get(LIST).body()).as("nobody approved yet").contains(READ);
        assertThat(author.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(403);
        Document asked = Jsoup.parse(second.get(draft).body());
        assertThat(asked.select(".doc-banner-warn").text()).contains("本文件归档", REASON);
        assertThat(asked.select("form[action$=/approval] button").text()).isEqualTo("批准归档");
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
        isArchived();
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action in ('library.archive', 'library.approve-archiving')"
                                + " and record_id = ?",
                        draft.replaceAll(".*/", "")))
                .isEqualTo(2);
        String back = location(archive(author, "false", "仍有企业需要"));
        assertThat(second.form(back + "/approval", version(back)).statusCode()).isEqualTo(303);
        assertThat(reader.get(LIST).body()).contains(READ);
        assertThat(reader.get(READ).body()).doesNotContain("已于", REASON);
        assertThat(isFoundAs(true)).isTrue();
    }

    private void isArchived() throws Exception {
        assertThat(reader.get(LIST).body()).doesNotContain(READ);
        assertThat(isFoundAs(false)).isFalse();
        Document page = Jsoup.parse(reader.get(READ).body());
        assertThat(page.select(".doc-banner-warn").text()).contains("已于", "归档", "仅供查考", "归档原因：" + REASON);
        assertThat(page.select(".doc-banner-warn").text()).doesNotContain("Part of");
        assertThat(page.select(".doc-helpful")).isEmpty();
        assertThat(page.select(".doc-follow")).isEmpty();
        assertThat(page.select("article").text()).as("it can still be read").contains("先说结论");
        JsonObject document = Reply.of(reader.get("/api/v1/documents/" + CODE)).body();
        assertThat(document.getBoolean("archived")).isTrue();
        assertThat(document.getJsonObject("archiving").getString("reason")).startsWith(REASON + " / ");
        assertThat(author.get("/desk/library?ours=yes").body()).doesNotContain("深圳办事指南");
        assertThat(author.get("/desk/library?ours=yes&archived=true").body()).contains("深圳办事指南");
    }

    @Test
    void keepsTheReasonWhenAnArchivedDocumentIsChangedLater() throws SQLException {
        publish(writing());
        approved(archive(author, "true", REASON));
        String draft = open();
        Map<String, String> changed = writing();
        changed.put("zhMarkdown", "改正一处。\n\n## 怎样做 {#how}\n\n见[办法](doc:policy-order-282)。");
        changed.put("note", "改正");
        assertThat(save(draft, "submit", changed).statusCode()).isEqualTo(303);
        second.form(draft + "/approval", version(draft));
        Document page = Jsoup.parse(reader.get(READ).body());
        assertThat(page.select("article").text()).contains("改正一处");
        assertThat(page.select(".doc-banner-warn").text()).contains("归档原因：" + REASON);
    }

    @Test
    void refusesWithoutReasonTwiceAndBesideADraft() throws SQLException {
        publish(writing());
        HttpResponse<String> empty = archive(author, "true", " ");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(empty.body()).select("#reason-error").text()).isNotEmpty();
        assertThat(archive(author, "false", REASON).statusCode())
                .as("it is not archived")
                .isEqualTo(409);
        for (String login : new String[] {"shanghai.officer", "gacc.auditor", "shekou.officer", "electronics.user"}) {
            assertThat(archive(Caller.signedIn(login), "true", REASON).statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
        open();
        assertThat(archive(author, "true", REASON).statusCode()).as("a draft").isEqualTo(409);
        assertThat(Rows.number("select count(*) from document_draft where code = ? and state = 'IN_REVIEW'", CODE))
                .isZero();
    }

    @Test
    void archivesWhatCameFromAnotherSystemAndImportsLeaveItAlone() throws SQLException {
        String line = "{\"externalId\":\"Ext.archived\",\"kind\":\"POLICY\",\"language\":\"zh\",\"title\":\"外来文件\","
                + "\"text\":\"正文\"}";
        try {
            take(line);
            long id = Rows.number("select id from document where code = 'Ext.archived'");
            String draft = location(
                    second.form("/desk/library/" + id + "/archiving", Map.of("archive", "true", "reason", REASON)));
            assertThat(Caller.signedIn("gacc.editor")
                            .form(draft + "/approval", version(draft))
                            .statusCode())
                    .isEqualTo(303);
            JsonObject report = take(line.replace("正文", "新的正文"));
            assertThat(report.getInt("rejected")).isEqualTo(1);
            assertThat(report.getJsonArray("errors").getJsonObject(0).getString("message"))
                    .contains("归档");
            assertThat(reader.get("/portal/library/documents/Ext.archived").body())
                    .contains(REASON, "由其他系统导入")
                    .doesNotContain("新的正文");
            assertThat(second.get("/desk/library?origin=IMPORT&archived=true").body())
                    .as("for good")
                    .contains("外来文件");
            String back = location(
                    second.form("/desk/library/" + id + "/archiving", Map.of("archive", "false", "reason", "仍有效")));
            assertThat(Caller.signedIn("gacc.editor")
                            .form(back + "/approval", version(back))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(take(line.replace("正文", "新的正文")).getInt("accepted")).isEqualTo(1);
            assertThat(reader.get("/portal/library/documents/Ext.archived").body())
                    .contains("新的正文");
        } finally {
            Rows.change("delete from document where code = 'Ext.archived'");
        }
    }

    @Test
    void aRequestThatWasReturnedIsWithdrawnAndNothingElse() throws SQLException {
        publish(writing());
        String draft = location(archive(author, "true", REASON));
        Map<String, String> back = version(draft);
        back.put("answer", "先征求意见");
        assertThat(second.form(draft + "/return", back).statusCode()).isEqualTo(303);
        Document page = Jsoup.parse(author.get(draft).body());
        assertThat(page.text()).contains("先征求意见");
        assertThat(page.select("#zhMarkdown")).isEmpty();
        assertThat(save(draft, "submit", writing()).statusCode()).isEqualTo(409);
        assertThat(author.form(draft + "/discard", version(draft)).statusCode()).isEqualTo(303);
        assertThat(archive(author, "true", REASON).statusCode()).isEqualTo(303);
    }

    @Test
    void anOlderVersionIsRestoredWithoutTakingTheDocumentBack() throws SQLException {
        publish(writing());
        approved(archive(author, "true", REASON));
        long id = Rows.number("select id from document where code = ?", CODE);
        String draft = location(author.form("/desk/library/" + id + "/draft", Map.of("from", "1")));
        assertThat(save(draft, "submit", writing()).statusCode()).isEqualTo(303);
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
        assertThat(Rows.number("select count(*) from document where id = ? and archived", id))
                .isEqualTo(1);
    }

    @Test
    void archivesOnTheDayThatWasSet() throws Exception {
        publish(writing());
        String draft = location(archive(author, "true", REASON));
        Map<String, String> decision = version(draft);
        decision.put("day", LocalDate.now(Time.ZONE).plusDays(3).toString());
        assertThat(second.form(draft + "/approval", decision).statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("SCHEDULED");
        assertThat(Jsoup.parse(author.get(draft).body())
                        .select(".doc-banner-day")
                        .text())
                .contains("归档")
                .doesNotContain("发布");
        assertThat(reader.get(LIST).body()).as("the day has not come").contains(READ);
        assertThat(isFoundAs(true)).isTrue();
        Rows.change("update document_draft set publish_at = now() - interval '1 second' where code = ?", CODE);
        for (int i = 0; i < 120 && !state().equals("PUBLISHED"); i++) {
            Thread.sleep(500);
        }
        assertThat(state()).isEqualTo("PUBLISHED");
        assertThat(reader.get(LIST).body()).doesNotContain(READ);
        assertThat(isFoundAs(false)).isFalse();
        assertThat(Jsoup.parse(reader.get(READ).body())
                        .select(".doc-banner-warn")
                        .text())
                .contains("归档原因：" + REASON);
    }

    @Test
    void ofTwoWhoAskAtOnceOneIsToldAndKeepsHisReasons() throws Exception {
        publish(writing());
        long id = Rows.number("select id from document where code = ?", CODE);
        Map<String, String> asked = Map.of("archive", "true", "reason", REASON, "reasonEn", "Part of a new guide");
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (Connection waiting = TestPostgres.running().owner();
                Statement lock = waiting.createStatement()) {
            waiting.setAutoCommit(false);
            // Both have looked by the time either may write.
            lock.execute("lock table document_draft in share mode");
            List<Future<HttpResponse<String>>> both = Stream.of(author, second)
                    .map(person -> two.submit(() -> person.form("/desk/library/" + id + "/archiving", asked)))
                    .toList();
            for (int i = 0; i < 120 && waiting() < 2; i++) {
                Thread.sleep(250);
            }
            assertThat(waiting()).isGreaterThanOrEqualTo(2);
            waiting.commit();
            for (Future<HttpResponse<String>> one : both) {
                answers.add(one.get());
            }
        } finally {
            two.shutdownNow();
        }
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
        assertThat(Rows.number("select count(*) from document_draft where code = ? and archiving", CODE))
                .isEqualTo(1);
        keepsBothReasons(answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .findFirst()
                .orElseThrow());
        String draft = location(answers.stream()
                .filter(answer -> answer.statusCode() == 303)
                .findFirst()
                .orElseThrow());
        assertThat(Caller.signedIn("gacc.editor")
                        .form(draft + "/approval", version(draft))
                        .statusCode())
                .isEqualTo(303);
        assertThat(reader.get(READ + "?lang=zh").body()).contains("归档原因：" + REASON);
        assertThat(Rows.one("select note from document_version where document_id = ? and version = 2", id)
                        .text("note"))
                .isEqualTo(REASON + " / Part of a new guide");
        HttpResponse<String> late = second.form("/desk/library/" + id + "/archiving", asked);
        assertThat(late.statusCode()).as("it is archived by now").isEqualTo(409);
        Document page = Jsoup.parse(late.body());
        assertThat(page.text()).contains("已经归档");
        assertThat(page.select("[name=archive]").val()).as("what was asked for").isEqualTo("true");
        assertThat(page.select("#reasonEn").text()).isEqualTo("Part of a new guide");
    }

    private static void keepsBothReasons(HttpResponse<String> refused) {
        Document page = Jsoup.parse(refused.body());
        assertThat(page.text()).contains("已有人提交本文件的归档申请");
        assertThat(page.select("#reason").text()).isEqualTo(REASON);
        assertThat(page.select("#reasonEn").text()).isEqualTo("Part of a new guide");
        assertThat(page.select("a[href^=/desk/library/drafts/]")).isNotEmpty();
    }

    private static long waiting() throws SQLException {
        return Rows.number("select count(distinct pid) from pg_locks where not granted");
    }

    @Test
    void theListOfDraftsTellsRequestsFromTexts() throws SQLException {
        publish(writing());
        location(archive(author, "true", REASON));
        String list = "/desk/library/drafts?state=IN_REVIEW&asks=";
        Document archiving = Jsoup.parse(second.get(list + "ARCHIVE").body());
        assertThat(archiving.select("tbody tr")).hasSize(1);
        assertThat(archiving.select("tbody tr").text()).contains("深圳办事指南", "归档申请");
        assertThat(second.get(list + "TEXT").body()).doesNotContain("深圳办事指南");
        assertThat(second.get(list + "TAKE_BACK").body()).doesNotContain("深圳办事指南");
    }

    @Test
    void aNewerFileGoesOnWaitingWhileItsDocumentIsArchivedAndTakenBack() throws SQLException {
        publish(writing());
        Rows.change("update document set newer_file = true where code = ?", CODE);
        Rows.change(
                "insert into document_newer_file (document_id, content) select v.document_id, v.content"
                        + " from document_version v join document d on d.id = v.document_id where d.code = ?",
                CODE);
        approved(archive(author, "true", REASON));
        assertThat(Rows.number("select count(*) from document where code = ? and archived and newer_file", CODE))
                .isEqualTo(1);
        approved(archive(author, "false", "仍有企业需要"));
        assertThat(Rows.number("select count(*) from document where code = ? and not archived and newer_file", CODE))
                .isEqualTo(1);
    }

    private JsonObject take(String line) {
        return Reply.of(second.send("POST", "/api/v1/documents:import", line, "Content-Type", "application/x-ndjson"))
                .body();
    }

    private HttpResponse<String> archive(Caller person, String archive, String reason) throws SQLException {
        long id = Rows.number("select id from document where code = ?", CODE);
        return person.form("/desk/library/" + id + "/archiving", Map.of("archive", archive, "reason", reason));
    }

    private void approved(HttpResponse<String> asked) throws SQLException {
        String draft = location(asked);
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
    }

    /** By its words; the index follows within moments. @param wanted for which it waits */
    private boolean isFoundAs(boolean wanted) throws InterruptedException {
        String path = "/api/v1/search?q=" + URLEncoder.encode("深圳办事指南", StandardCharsets.UTF_8);
        boolean found = !wanted;
        for (int i = 0; i < 60 && found != wanted; i++) {
            Thread.sleep(500);
            found = author.get(path).body().contains(CODE);
        }
        return found;
    }
}
