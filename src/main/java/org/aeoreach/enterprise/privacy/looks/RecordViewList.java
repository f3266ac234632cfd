package org.aeoreach.enterprise.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.enterprise.lookup.EnterpriseLookup;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Who looked at which enterprise, newest first; for auditors. */
@ApplicationScoped
class RecordViewList implements Listing {

    private static final String FROM = "record_view v join enterprise e on e.id = v.enterprise_id"
            + " join unit_name n on n.unit_id = v.unit_id and n.valid_to is null";
    private static final String WHO = " from viewer_facts(v.account_id, v.assignment_id) f)";

    @Inject
    private EnterpriseLookup lookup;

    private final ListSpec spec = ListSpec.at("record-views", "/desk/record-views", "privacy.views.title")
            .from(FROM, "v.id")
            .columns(
                    Column.moment("at", "privacy.views.at", "v.at").sortable().lead(),
                    Column.of(
                            "who",
                            "privacy.views.who",
                            RecordViewList::who,
                            one("login"),
                            one("name_zh"),
                            one("name_en"),
                            "v.absent_id",
                            "v.token_name"),
                    Column.of(
                            "role",
                            "privacy.views.role",
                            RecordViewList::role,
                            one("role"),
                            one("unit_zh"),
                            one("unit_en")),
                    Column.of(
                            "enterprise",
                            "enterprise.field.enterprise",
                            RecordViewList::enterprise,
                            "e.id",
                            "e.name_zh",
                            "e.name_en"),
                    Column.code("code", "enterprise.field.customsCode", "e.customs_code"),
                    Column.name("house", "enterprise.field.house", "n.zh", "n.en"))
            .filters(
                    Filter.search("privacy.views.search", this::enterprises),
                    Filter.unit("unit", "enterprise.field.house", "v.org_path"),
                    Filter.days("at", "privacy.views.at", "v.at"),
                    Filter.text("person", "privacy.views.person", RecordViewList::person),
                    Filter.text("enterprise", "privacy.views.enterprise-id", RecordViewList::of)
                            .more())
            .order("-at")
            .empty(EmptyState.because("privacy.views.none").whenFiltered("privacy.views.empty"))
            .build();

    private static String one(String column) {
        return "(select f." + column + WHO;
    }

    private static Cell who(Rows.Row row, Page page) {
        Cell name = Cell.beside(Cell.text(page.pick(row.text(1), row.textOrNull(2))), Cell.quietCode(row.text(0)));
        String how = row.textOrNull(4) != null
                ? page.t("privacy.views.by-token", row.text(4))
                : row.idOrNull(3) == null ? null : page.t("privacy.views.standing-in");
        return how == null ? name : Cell.below(name, Cell.quiet(how));
    }

    private static Cell role(Rows.Row row, Page page) {
        return row.textOrNull(0) == null
                ? Cell.NONE
                : Cell.text(page.t("scope.role." + row.text(0)) + " · " + page.pick(row.text(1), row.textOrNull(2)));
    }

    private static Cell enterprise(Rows.Row row, Page page) {
        return new Cell.Link("/desk/enterprises/" + row.id(0), Cell.text(page.pick(row.text(1), row.textOrNull(2))));
    }

    /** By login or number of the account; who is not in the viewer's range is found by number. */
    private static Fragment person(String text) {
        return text.matches("[0-9]{1,18}")
                ? Fragment.of("v.account_id = ?", Long.valueOf(text))
                : Fragment.of("v.account_id = (select a.id from account a where lower(a.login) = lower(?))", text);
    }

    /** Found among the enterprises, of which there are fewer than looks. */
    private Fragment enterprises(String text) {
        Fragment found = lookup.condition(text);
        return new Fragment(
                "v.enterprise_id = any(array(select e.id from enterprise e where " + found.sql() + "))",
                found.values());
    }

    @Override
    public String notice(String searched) {
        return lookup.notice(searched);
    }

    private static Fragment of(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("enterprise", "web.invalid.number");
        }
        return Fragment.of("v.enterprise_id = ?", Long.valueOf(text));
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
