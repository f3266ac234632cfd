package org.aeoreach.enterprise.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Contact persons of the viewer's range, with purpose and ground: where a request about personal data begins. */
@ApplicationScoped
class PersonList implements Listing {

    private static final String STATE = "case when c.erased_at is not null then 'ERASED' when c.ended_at is not null"
            + " then 'ENDED' when c.legal_basis = 'CONSENT' and c.consent_withdrawn_on is not null then 'WITHDRAWN'"
            + " else 'KEPT' end";
    private static final List<Filter.Option> STATES = List.of(
            new Filter.Option("KEPT", "privacy.state.KEPT"),
            new Filter.Option("WITHDRAWN", "privacy.state.WITHDRAWN"),
            new Filter.Option("ENDED", "privacy.state.ENDED"),
            new Filter.Option("ERASED", "privacy.state.ERASED"));
    private static final List<Filter.Option> BASES = List.of(
            new Filter.Option("CONSENT", "enterprise.basis.CONSENT"),
            new Filter.Option("STATUTORY_DUTY", "enterprise.basis.STATUTORY_DUTY"),
            new Filter.Option("PUBLISHED", "enterprise.basis.PUBLISHED"));

    private final ListSpec spec = ListSpec.at("personal-data", "/desk/personal-data", "privacy.title")
            .from(
                    "contact_person c left join enterprise e on e.id = c.enterprise_id"
                            + " left join partner_organisation p on p.id = c.partner_id",
                    "c.id")
            .columns(
                    Column.name("name", "privacy.field.name", "c.name_zh", "c.name_en")
                            .lead(),
                    Column.name(
                            "owner",
                            "privacy.field.owner",
                            "coalesce(e.name_zh, p.name_zh)",
                            "coalesce(e.name_en, p.name_en)"),
                    Column.text("mail", "privacy.field.mail", "c.mail"),
                    Column.of(
                            "purpose",
                            "privacy.field.purpose",
                            (row, page) -> Cell.text(page.t("enterprise.purpose." + row.text(0))),
                            "c.purpose"),
                    Column.of(
                            "basis",
                            "privacy.field.basis",
                            (row, page) -> Cell.text(page.t("enterprise.basis." + row.text(0))),
                            "c.legal_basis"),
                    Column.status("state", "enterprise.field.status", PersonList::tone, "privacy.state.", STATE),
                    Column.moment("since", "privacy.field.kept-since", "c.created_at")
                            .sortable())
            .filters(
                    Filter.search("privacy.search", "c.name_zh", "c.name_en", "c.mail", "c.phone"),
                    Filter.choice(
                            "state", "enterprise.field.status", STATES, value -> Fragment.of(STATE + " = ?", value)),
                    Filter.choice(
                            "basis", "privacy.field.basis", BASES, value -> Fragment.of("c.legal_basis = ?", value)))
            .order("-since")
            .link(id -> "/desk/personal-data/" + id)
            .empty(EmptyState.because("privacy.none").whenFiltered("privacy.empty"))
            .build();

    private static Cell.Tone tone(String state) {
        return switch (state) {
            case "KEPT" -> Cell.Tone.GOOD;
            case "WITHDRAWN" -> Cell.Tone.WARN;
            default -> Cell.Tone.OFF;
        };
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
