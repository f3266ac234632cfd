package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/** Somebody of an enterprise who wants to learn: what he does on the portal, and the letters he gets. */
record Trainee(String name, SampleEnterprise enterprise, Caller caller) {

    private static final int TRIES = 240;

    /** @param enterprise of the sample campaign */
    static Trainee of(String name, long enterprise) throws SQLException {
        SampleEnterprise own = new SampleEnterprise(
                enterprise,
                Rows.one("select customs_code from enterprise where id = ?", enterprise)
                        .text("customs_code"));
        return new Trainee(name, own, own.user("boss", SampleEnterprise.ALL));
    }

    String mail() {
        return enterprise.mail("boss");
    }

    /** Registers for the session of that name, found in the list of those to come. */
    void registers(Page page, String title) {
        page.navigate("/portal/trainings?q=" + title);
        page.locator("main a[href^='/portal/trainings/']:has-text('" + title + "')")
                .first()
                .click();
        page.locator("#register button[type=submit]").click();
        page.waitForSelector(".error-summary");
        page.locator("#name").fill(name);
        page.locator("#mail").fill(mail());
        page.locator("#register button[type=submit]").click();
        page.waitForURL(url -> url.matches(".*/portal/my/trainings(/[0-9]+)?"));
    }

    /** What he is told of his seat. */
    String standing(Page page, String title) {
        page.navigate("/portal/my/trainings");
        page.locator("tbody a:has-text('" + title + "')").first().click();
        page.waitForURL(url -> url.matches(".*/portal/my/trainings/[0-9]+"));
        return page.locator("main").innerText();
    }

    /** The newest letter of that kind to him, once it is written. */
    Rows.Row letter(String template) throws SQLException {
        String letters = "select subject, body_text, coalesce(calendar, '') as calendar from mail where recipient = ?"
                + " and template = ? order by id desc limit 1";
        List<Rows.Row> found = Rows.all(letters, mail(), template);
        for (int i = 0; i < TRIES && found.isEmpty(); i++) {
            Rows.all("select pg_sleep(0.25)::text as slept");
            found = Rows.all(letters, mail(), template);
        }
        assertThat(found).as(template + " to " + name).isNotEmpty();
        return found.get(0);
    }

    /** The secret link of that letter. */
    String link(String template) throws SQLException {
        return letter(template)
                .text("body_text")
                .replaceAll("(?s).*(/portal/trainings/tickets/[A-Za-z0-9_-]{43}(/[a-z]+)?).*", "$1");
    }

    static void forget() throws SQLException {
        Rows.change("delete from mail where template like 'training-%' and recipient like 'boss.%'");
    }
}
