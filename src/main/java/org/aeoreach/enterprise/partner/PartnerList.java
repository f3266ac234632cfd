package org.aeoreach.enterprise.partner;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of partner organisations. */
@ApplicationScoped
class PartnerList implements Listing {

    private final ListSpec spec = ListSpec.at("partners", "/desk/partners", "enterprise.partners.title")
            .from("partner_organisation p join unit_name n on n.unit_id = p.unit_id and n.valid_to is null", "p.id")
            .columns(
                    Column.name("name", "enterprise.field.name", "p.name_zh", "p.name_en")
                            .sortedByName()
                            .lead(),
                    Column.status(
                            "kind",
                            "enterprise.field.kind",
                            kind -> Cell.Tone.NEUTRAL,
                            "enterprise.partner-kind.",
                            "p.kind"),
                    Column.code("economy", "enterprise.field.economy", "p.economy")
                            .sortable(),
                    Column.name("unit", "enterprise.partners.unit", "n.zh", "n.en"),
                    Column.number(
                            "people",
                            "enterprise.tab.people",
                            "(select count(*) from contact_person c where c.partner_id = p.id and c.ended_at is null)"))
            .filters(
                    Filter.search("enterprise.partners.search", "p.name_zh", "p.name_en"),
                    Filter.choice(
                            "kind",
                            "enterprise.field.kind",
                            PartnerKind.values(),
                            "enterprise.partner-kind.",
                            "p.kind"),
                    Filter.including("ended", "enterprise.partners.ended", "p.ended_at is null"))
            .order("name")
            .link(id -> "/desk/partners/" + id)
            .empty(EmptyState.because("enterprise.partners.none"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }
}
