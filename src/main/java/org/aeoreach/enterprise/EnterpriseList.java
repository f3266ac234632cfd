package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.aeoreach.enterprise.grade.CreditRules;
import org.aeoreach.enterprise.lookup.EnterpriseLookup;
import org.aeoreach.enterprise.portfolio.CoordinationPages;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;

/** The list of enterprises of the viewer's unit and below; those merged into others are not in it. */
@ApplicationScoped
public class EnterpriseList implements Listing {

    static final String USERS = "(select count(*) from enterprise_member m where m.enterprise_id = e.id"
            + " and m.ended_at is null and (m.valid_to is null or m.valid_to >= china_day()))";
    private static final String STANDING = "e.merged_into is null";
    private static final String ACCESS = "case when e.suspended_at is null then 'open' else 'suspended' end";

    @Inject
    private EnterpriseLookup lookup;

    @Inject
    private CreditRules rules;

    @Inject
    private CurrentViewer viewer;

    private final ListSpec whole = declared().build();

    /** Of a district and below. Its own condition leads to the index that has the district's enterprises by name. */
    private final ListSpec district = declared()
            .where(STANDING + " and e.district = enterprise_district(current_setting('app.lo', true))")
            .ordered("name", "house", "entered")
            .build();

    private ListSpec.Builder declared() {
        return ListSpec.at("enterprises", "/desk/enterprises", "enterprise.enterprises.title")
                .from(
                        "enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null"
                                + " left join account a on a.id = e.coordinator_id",
                        "e.id")
                .where(STANDING)
                .narrow("enterprise e")
                .columns(
                        Column.name("name", "enterprise.field.enterprise", "e.name_zh", "e.name_en")
                                .sortedByName()
                                .lead(),
                        Column.code("code", "enterprise.field.customsCode", "e.customs_code")
                                .sortable(),
                        Column.code("uscc", "enterprise.field.uscc", "e.uscc")
                                .sortable()
                                .hidden(),
                        Column.name("house", "enterprise.field.house", "n.zh", "n.en")
                                .sortedBy("e.org_path"),
                        Column.status(
                                "grade",
                                "enterprise.field.grade",
                                EnterpriseList::gradeTone,
                                "enterprise.grade.",
                                "e.grade"),
                        Column.day("grade-since", "enterprise.field.gradeSince", "e.grade_since")
                                .hidden(),
                        Column.status(
                                "step",
                                "enterprise.field.step",
                                step -> Cell.Tone.NEUTRAL,
                                "enterprise.step.",
                                "e.journey_step"),
                        Column.status(
                                        "audience",
                                        "enterprise.field.audience",
                                        audience -> Cell.Tone.NEUTRAL,
                                        "enterprise.audience.",
                                        "enterprise_audience(e.grade, e.journey_step)")
                                .hidden(),
                        Column.status(
                                        "size",
                                        "enterprise.field.sizeClass",
                                        size -> Cell.Tone.NEUTRAL,
                                        "enterprise.size.",
                                        "e.size_class")
                                .hidden(),
                        Column.status(
                                        "sector",
                                        "enterprise.field.sector",
                                        sector -> Cell.Tone.NEUTRAL,
                                        "enterprise.sector.",
                                        "e.sector")
                                .hidden(),
                        Column.of(
                                        "business",
                                        "enterprise.field.businessTypes",
                                        EnterpriseList::business,
                                        "array_to_string(e.business_types, ',')")
                                .hidden(),
                        Column.text(
                                        "partners",
                                        "enterprise.field.tradingPartners",
                                        "array_to_string(e.trading_partners, ', ')")
                                .hidden(),
                        Column.text("tier", "enterprise.field.tier", "e.tier").hidden(),
                        Column.of(
                                        "coordinator",
                                        "enterprise.field.coordinator",
                                        EnterpriseList::name,
                                        "a.name_zh",
                                        "a.name_en")
                                .hidden(),
                        Column.day("last-contact", "enterprise.field.lastContactOn", "e.last_contact_on")
                                .sortable(),
                        Column.day("next-contact", "enterprise.field.nextContactDue", "e.next_contact_due")
                                .sortable()
                                .hidden(),
                        Column.number("users", "enterprise.users.title", USERS).hidden(),
                        Column.status(
                                        "access",
                                        "enterprise.field.status",
                                        EnterpriseList::tone,
                                        "enterprise.access.",
                                        ACCESS)
                                .hidden(),
                        Column.moment("entered", "enterprise.field.entered", "e.created_at")
                                .sortedBy("e.id")
                                .hidden())
                .filters(EnterpriseFilters.all(this))
                .order("name")
                .selection(CoordinationPages.CHOICE, CoordinationPages.actions())
                .link(id -> "/desk/enterprises/" + id)
                .empty(EmptyState.because("enterprise.enterprises.none").whenFiltered("enterprise.enterprises.empty"));
    }

    CreditRules rules() {
        return rules;
    }

    EnterpriseLookup lookup() {
        return lookup;
    }

    @Override
    public ListSpec spec() {
        boolean everything = viewer.get().map(Viewer::everywhere).orElse(true);
        return everything ? whole : district;
    }

    @Override
    public String notice(String searched) {
        return lookup.notice(searched);
    }

    private static Cell name(Rows.Row row, Page page) {
        return row.textOrNull(0) == null ? Cell.NONE : Cell.text(page.pick(row.text(0), row.textOrNull(1)));
    }

    private static Cell business(Rows.Row row, Page page) {
        String joined = row.textOrNull(0);
        if (joined == null || joined.isEmpty()) {
            return Cell.NONE;
        }
        return Cell.below(Arrays.stream(joined.split(","))
                .map(type -> Cell.text(page.t("enterprise.business." + type)))
                .toList());
    }

    private static Cell.Tone gradeTone(String grade) {
        return switch (EnterpriseFrames.gradeTone(grade)) {
            case GOOD -> Cell.Tone.GOOD;
            case BAD -> Cell.Tone.BAD;
            default -> Cell.Tone.NEUTRAL;
        };
    }

    private static Cell.Tone tone(String access) {
        return access.equals("open") ? Cell.Tone.GOOD : Cell.Tone.BAD;
    }
}
