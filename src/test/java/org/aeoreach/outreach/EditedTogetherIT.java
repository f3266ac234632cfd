package org.aeoreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two officers edit one record of the registry or the ledger: the second one meets the original, what the first one
 * saved and what he typed himself, and what he sends from there is what is kept. The forms are sent as they stand on
 * the pages.
 */
@RunAsClient
class EditedTogetherIT implements ServerTest {
    private static final String THEIRS = "先存的内容";
    private static final String MINE = "后写的内容";

    private final Caller first = Caller.signedIn("shekou.coordinator");
    private final Caller second = Caller.signedIn("shekou.officer");

    /**
     * A form two have open.
     *
     * @param column where the field is kept
     * @param more a field without which it is not sent, with its value
     */
    private record Edited(String page, String action, String field, String column, List<String> more) {

        Edited(String page, String field, String column) {
            this(page, page, field, column, List.of());
        }

        SentForm read(Caller by) {
            HttpResponse<String> shown = by.get(page);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            SentForm form = SentForm.on(shown.body(), action);
            return more.isEmpty() ? form : form.with(more.get(0), more.get(1));
        }

        String kept() throws SQLException {
            return Rows.one("select (" + column + ")::text as kept").text("kept");
        }
    }

    @BeforeEach
    void unlimited() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static long enterprise() throws SQLException {
        return SampleEnterprise.at("5304").id();
    }

    private List<Edited> forms() throws SQLException {
        long enterprise = enterprise();
        long person = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, position_zh, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '联系人', '原来的内容', 'OUTREACH', 'STATUTORY_DUTY' from enterprise"
                        + " where id = ? returning id",
                enterprise);
        long partner = Rows.number("insert into partner_organisation (kind, unit_id, org_path, name_zh, note)"
                + " select 'CHAMBER', id, org_path, '样本商会', '原来的内容' from unit where code = '5304' returning id");
        HttpResponse<String> met = second.json(
                "POST",
                "/api/v1/touchpoints",
                "{\"day\":\"2026-03-02\",\"channel\":\"VISIT\",\"direction\":\"OUT\",\"enterprises\":[" + enterprise
                        + "],\"said\":\"原来的内容\"}");
        String touchpoint = met.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        Rows.change("update enterprise set address_zh = '原来的内容' where id = ?", enterprise);
        List<Edited> forms = new ArrayList<>();
        forms.add(new Edited(
                "/desk/enterprises/" + enterprise + "/particulars",
                "addressZh",
                "select address_zh from enterprise where id = " + enterprise));
        forms.add(new Edited(
                "/desk/contacts/" + person,
                "positionZh",
                "select position_zh from contact_person where id = " + person));
        forms.add(new Edited(
                "/desk/partners/" + partner + "/particulars",
                "note",
                "select note from partner_organisation where id = " + partner));
        String correction = "/desk/touchpoints/" + touchpoint + "/correction";
        forms.add(new Edited(
                correction,
                correction,
                "said",
                "select said from touchpoint where id = " + touchpoint,
                List.of("reason", "补充")));
        return forms;
    }

    @Test
    void theSecondMeetsAllThreeVersionsAndKeepsHisOwn() throws SQLException {
        for (Edited edited : forms()) {
            HttpResponse<String> conflict = collide(edited);
            assertThat(conflict.body()).as(edited.page()).contains("原来的内容", THEIRS, MINE);
            SentForm choice = SentForm.on(conflict.body(), edited.action());
            assertThat(choice.value("mine." + edited.field())).isEqualTo(MINE);
            assertThat(choice.value("theirs." + edited.field())).isEqualTo(THEIRS);
            assertThat(choice.value("take." + edited.field())).as(edited.page()).isEqualTo("mine");
            assertThat(edited.kept()).as("nothing is saved before the choice").isEqualTo(THEIRS);
            assertThat(choice.by(second).statusCode()).as(edited.page()).isEqualTo(303);
            assertThat(edited.kept()).as(edited.page()).isEqualTo(MINE);
        }
    }

    @Test
    void theSecondMayLeaveWhatTheFirstSaved() throws SQLException {
        for (Edited edited : forms()) {
            SentForm choice = SentForm.on(collide(edited).body(), edited.action());
            HttpResponse<String> saved =
                    choice.with("take." + edited.field(), "theirs").by(second);
            assertThat(saved.statusCode()).as(edited.page()).isEqualTo(303);
            assertThat(edited.kept()).as(edited.page()).isEqualTo(THEIRS);
        }
    }

    private HttpResponse<String> collide(Edited edited) {
        SentForm mine = edited.read(second);
        SentForm theirs = edited.read(first);
        assertThat(mine.value(edited.field())).as(edited.page()).isEqualTo("原来的内容");
        assertThat(theirs.with(edited.field(), THEIRS).by(first).statusCode())
                .as(edited.page())
                .isEqualTo(303);
        HttpResponse<String> conflict = mine.with(edited.field(), MINE).by(second);
        assertThat(conflict.statusCode()).as(edited.page()).isEqualTo(409);
        return conflict;
    }

    @Test
    void theDayOfATaskSomebodyElseMovedIsChosen() throws SQLException {
        LocalDate today = SampleEnterprise.today();
        long task = Rows.number(
                "insert into task (unit_id, org_path, owner_id, title, due_on, account_id) select unit_id, org_path, id,"
                        + " '两人改期', ?, id from account where login = 'shekou.officer' returning id",
                today);
        String page = "/desk/tasks/" + task;
        SentForm mine = SentForm.on(second.get(page).body(), page + "/day");
        SentForm outcome = SentForm.on(second.get(page).body(), page + "/outcome");
        SentForm theirs = SentForm.on(first.get(page).body(), page + "/day");
        String later = today.plusDays(5).toString();
        assertThat(theirs.with("dueOn", later).with("reason", "对方出差").by(first).statusCode())
                .isEqualTo(303);
        HttpResponse<String> conflict = mine.with("dueOn", today.plusDays(2).toString())
                .with("reason", "提前办理")
                .by(second);
        assertThat(conflict.statusCode()).isEqualTo(409);
        SentForm choice = SentForm.on(conflict.body(), page + "/day");
        assertThat(choice.value("theirs.dueOn")).isEqualTo(later);
        assertThat(choice.by(second).statusCode()).isEqualTo(303);
        assertThat(Rows.one("select due_on::text as day from task where id = ?", task)
                        .text("day"))
                .isEqualTo(today.plusDays(2).toString());
        HttpResponse<String> closing = outcome.with("outcome", "已办").by(second);
        assertThat(closing.statusCode()).as("closed over another version").isEqualTo(409);
        assertThat(SentForm.on(closing.body(), page + "/outcome").by(second).statusCode())
                .isEqualTo(303);
        assertThat(SentForm.on(closing.body(), page + "/outcome").by(second).statusCode())
                .as("what is closed is not closed again")
                .isEqualTo(409);
    }

    @Test
    void theSegmentSavedInTwoWindowsSaysSoAndCanStillBeSaved() throws SQLException {
        long segment =
                Rows.number("insert into segment (unit_id, org_path, account_id, name, conditions) select unit_id,"
                        + " org_path, id, '两窗分组', '{\"all\":[{\"criterion\":\"cbec\",\"values\":{}}]}' from account"
                        + " where login = 'shekou.officer' returning id");
        String page = "/desk/segments/" + segment;
        SentForm mine =
                SentForm.on(second.get(page).body(), "/desk/segments/draft").to(page);
        SentForm other =
                SentForm.on(second.get(page).body(), "/desk/segments/draft").to(page);
        assertThat(other.with("name", THEIRS).by(second).statusCode()).isEqualTo(303);
        HttpResponse<String> overtaken = mine.with("name", MINE).by(second);
        assertThat(overtaken.statusCode()).isEqualTo(412);
        assertThat(overtaken.body()).contains("另一个窗口", MINE);
        assertThat(Rows.one("select name from segment where id = ?", segment).text("name"))
                .isEqualTo(THEIRS);
        SentForm again = SentForm.on(overtaken.body(), "/desk/segments/draft").to(page);
        assertThat(again.by(second).statusCode()).isEqualTo(303);
        assertThat(Rows.one("select name from segment where id = ?", segment).text("name"))
                .isEqualTo(MINE);
    }
}
