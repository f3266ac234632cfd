package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a second person is shown, what is refused before, and drafts that something newer overtook. */
@RunAsClient
class ReviewIT extends Editing {

    @Test
    void tellsTheAuthorThatItWasNotPublishedAtItsTime() throws Exception {
        publish(writing());
        String draft = open();
        save(draft, "submit", writing());
        Map<String, String> later = version(draft);
        later.put("day", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString());
        second.form(draft + "/approval", later);
        Rows.change("update document set version = version + 1 where code = ?", CODE);
        Rows.change("update document_draft set publish_at = now() - interval '1 second' where code = ?", CODE);
        for (int i = 0; i < 40 && !state().equals("DRAFT"); i++) {
            Thread.sleep(1000);
        }
        assertThat(author.get("/desk").body()).contains("/desk/library/drafts?waits=RETURNED");
        assertThat(author.get("/desk/library/drafts?waits=RETURNED").body()).contains("深圳办事指南");
        assertThat(Jsoup.parse(author.get(draft).body())
                        .select(".doc-banner-warn")
                        .text())
                .contains("定时发布未执行")
                .doesNotContain("library.answer");
        takesTheNewestVersionAndIsPublished(draft);
    }

    @Test
    void showsTheSecondPersonTheFactsThatChange() throws SQLException {
        Map<String, String> first = writing();
        first.put("effective", "2026-01-01");
        first.put("repealed", "2028-01-01");
        publish(first);
        String draft = open();
        assertThat(Jsoup.parse(second.get(draft).body()).select("#zhTitle").val())
                .as("nothing sent yet")
                .isNotEmpty();
        first.put("repealed", "2029-06-01");
        first.put("basedOn", "policy-order-251");
        first.put("topics", "repair");
        save(draft, "submit", first);
        Document page = Jsoup.parse(second.get(draft).body());
        assertThat(page.select(".differences del").text()).contains("2028年1月1日", "policy-order-282", "资格保持与复核");
        assertThat(page.select(".differences ins").text()).contains("2029年6月1日", "policy-order-251", "信用修复与降级");
        assertThat(page.select(".differences dd").text()).contains("2026年1月1日");
        assertThat(page.select("dt:contains(维护机构) + dd").text()).isEqualTo("深圳海关");
        assertThat(page.text()).contains("文字没有改动").doesNotContain("没有差异。");
        second.form(draft + "/approval", version(draft));
        String same = open();
        save(same, "submit", first);
        assertThat(Jsoup.parse(second.get(same).body()).text()).contains("没有差异。");
    }

    @Test
    void showsWhatAPolicyRepealsAndUntilWhen() throws SQLException {
        String draft = location(second.form("/desk/library/new", Map.of("kind", "POLICY", "code", CODE)));
        policy(draft, "policy-order-237", "2028-01-01");
        Rows.change(
                "update document_draft d set author_id = a.id, submitted_by = a.id from (select min(o.id) as id"
                        + " from account o where o.id not in (select author_id from document_draft)) a where d.code = ?",
                CODE);
        assertThat(second.form(draft + "/approval", version(draft)).statusCode())
                .isEqualTo(303);
        long id = Rows.number("select id from document where code = ?", CODE);
        String next = location(second.form("/desk/library/" + id + "/draft", Map.of()));
        policy(next, "policy-order-251", "2029-06-01");
        Document page = Jsoup.parse(second.get(next).body());
        assertThat(page.select("dt:contains(废止的文件) + dd del").text()).contains("policy-order-237", "第237号");
        assertThat(page.select("dt:contains(废止的文件) + dd ins").text()).contains("policy-order-251");
        assertThat(page.select("dt:contains(废止日期) + dd del").text()).contains("2028年1月1日");
        assertThat(page.select("dt:contains(废止日期) + dd ins").text()).contains("2029年6月1日");
    }

    private void policy(String draft, String repeals, String repealed) throws SQLException {
        Map<String, String> policy = writing();
        policy.put("repeals", repeals);
        policy.put("repealed", repealed);
        policy.putAll(version(draft));
        policy.put("then", "submit");
        assertThat(second.form(draft, policy).statusCode()).isEqualTo(303);
    }

    @Test
    void emptiesNoLanguageThatIsPublished() throws SQLException {
        publish(writing());
        String draft = open();
        Map<String, String> chinese = writing();
        chinese.put("enTitle", "");
        chinese.put("enSummary", "");
        chinese.put("enMarkdown", "");
        HttpResponse<String> answer = save(draft, "submit", chinese);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("#enTitle-error").text()).contains("不会撤下");
        assertThat(state()).isEqualTo("DRAFT");
    }

    @Test
    void keepsFactsItsFormDoesNotAsk() throws SQLException {
        String draft = begun();
        Rows.change("update document_draft set facts = facts || '{\"number\":\"Order 7\"}' where code = ?", CODE);
        save(draft, "", writing());
        assertThat(Rows.one("select facts->>'number' as number from document_draft where code = ?", CODE)
                        .text("number"))
                .isEqualTo("Order 7");
    }

    @Test
    void takesNoCodeOfAnotherSystemForADraft() throws SQLException {
        publish(writing());
        Rows.change("update document set code = 'Ext.1' where code = ?", CODE);
        try {
            long id = Rows.number("select id from document where code = 'Ext.1'");
            HttpResponse<String> answer = author.form("/desk/library/" + id + "/draft", Map.of());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("Ext.1");
        } finally {
            Rows.change("delete from document where code = 'Ext.1'");
        }
    }
}
