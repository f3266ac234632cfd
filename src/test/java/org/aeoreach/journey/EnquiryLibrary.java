package org.aeoreach.journey;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Rows;

/** A guide of a test's own that an answer can rest on, and its end. */
record EnquiryLibrary(String code) {

    private static final String ENGLISH =
            "A cloud warehouse may keep goods of several owners together if its system" + " separates them.";
    private static final String CHINESE = "系统能够区分货主的，云仓可以存放多个货主的货物。";
    private static final String CHINESE_TITLE = "认证企业云仓管理";

    void forget() throws SQLException {
        Rows.change("delete from document_draft where code = ?", code);
        Rows.change("delete from enquiry_recheck where document_id in (select id from document where code = ?)", code);
        Rows.change("delete from enquiry_citation where document_id in (select id from document where code = ?)", code);
        Rows.change("delete from document where code = ?", code);
    }

    void publish(String title) throws SQLException {
        long id = Rows.number(
                "insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key, topics, audience)"
                        + " select ?, 'SERVICE_GUIDE', 'CONFIRMED', id, org_path, 'DESK', '', 'z', array['keep'], array['AEO']"
                        + " from unit where code = '0000' returning id",
                code);
        text(id, "zh", CHINESE_TITLE, CHINESE);
        text(id, "en", title, ENGLISH);
        Rows.change(
                "insert into document_version (document_id, version, content, origin) select ?, 1, (select v.content"
                        + " from document_version v join document d on d.id = v.document_id and d.version = v.version"
                        + " where d.kind = 'SERVICE_GUIDE' and d.org_path = '0000.' and d.repealed_from is null"
                        + " and not d.archived order by d.id limit 1) || jsonb_build_object('audience',"
                        + " jsonb_build_array('AEO'), 'topics', jsonb_build_array('keep'), 'links', '[]'::jsonb, 'texts',"
                        + " jsonb_build_object('zh', jsonb_build_object('title', ?::text, 'summary', '', 'markdown', ?::text),"
                        + " 'en', jsonb_build_object('title', ?::text, 'summary', '', 'markdown', ?::text))), 'DESK'",
                id,
                CHINESE_TITLE,
                CHINESE,
                title,
                ENGLISH);
        Rows.change("update document set version = 1 where id = ?", id);
    }

    private static void text(long id, String language, String title, String markdown) throws SQLException {
        Rows.change(
                "insert into document_text (document_id, language, title, summary, markdown) values (?, ?, ?, '', ?)",
                id,
                language,
                title,
                markdown);
    }

    /** It is repealed from today, if a second person agrees. */
    void drafts(Page page) {
        page.navigate("/desk/library?q=" + CHINESE_TITLE);
        page.locator("tbody a:has-text('" + CHINESE_TITLE + "')").first().click();
        page.locator("form[action$='/draft'] button").first().click();
        page.waitForURL(url -> url.matches(".*/desk/library/drafts/[0-9]+"));
        page.locator("#repealed")
                .evaluate("(each, day) => { const all = each.closest('details'); if (all) all.open = true; }", "");
        page.locator("#repealed").fill(SampleEnterprise.today().toString());
        page.locator("#note").fill("由新规定替代");
        page.locator("button[name=then][value=submit]").click();
        page.waitForSelector("main:has-text('须由另一人批准')");
    }

    void approves(Page page) {
        page.navigate("/desk/library/drafts?waits=DECIDE");
        page.locator("tbody a:has-text('" + CHINESE_TITLE + "')").first().click();
        page.locator("form[action$='/approval'] button").click();
        page.waitForSelector("a[href$='" + code + "']");
    }
}
