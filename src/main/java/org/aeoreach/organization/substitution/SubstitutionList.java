package org.aeoreach.organization.substitution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.organization.people.RoleCells;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The list of substitutions the viewer may see: those of his range, and those he has a part in. */
@ApplicationScoped
class SubstitutionList implements Listing {

    private static final String FROM = "substitution s join role_assignment r on r.id = s.assignment_id"
            + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
            // Whose home is outside the viewer's range is not named, but what he does in it is seen.
            + " left join account a on a.id = s.absent_id left join account b on b.id = s.substitute_id";

    private static final String STATE = "case when s.revoked_at is not null then 'REVOKED'"
            + " when s.first_day > china_day() then 'COMING' when s.last_day < china_day() then 'OVER'"
            + " else 'CURRENT' end";

    private static final String WORDS = "organization.substitution.state.";

    private static final List<Filter.Option> STATES = List.of(
            new Filter.Option("OPEN", WORDS + "OPEN"),
            new Filter.Option("CURRENT", WORDS + "CURRENT"),
            new Filter.Option("COMING", WORDS + "COMING"),
            new Filter.Option("BEGINNING", WORDS + "BEGINNING"),
            new Filter.Option("ENDING", WORDS + "ENDING"),
            new Filter.Option("OVER", WORDS + "OVER"),
            new Filter.Option("REVOKED", WORDS + "REVOKED"));

    private static final List<Filter.Option> WHOSE = List.of(
            new Filter.Option("MINE", "organization.substitution.whose.MINE"),
            new Filter.Option("I_STAND_IN", "organization.substitution.whose.I_STAND_IN"),
            new Filter.Option("OTHERS", "organization.substitution.whose.OTHERS"));

    private static final String ME = " = nullif(current_setting('app.account', true), '')::bigint";

    private final ListSpec spec = ListSpec.at("substitutions", "/desk/substitutions", "organization.substitutions.all")
            .from(FROM, "s.id")
            .columns(
                    Column.of("absent", "organization.substitution.absent", RoleCells::person, "a.name_zh", "a.name_en")
                            .sortedBy("a.name_zh collate pinyin")
                            .lead(),
                    Column.of(
                                    "substitute",
                                    "organization.substitution.substitute",
                                    RoleCells::person,
                                    "b.name_zh",
                                    "b.name_en")
                            .sortedBy("b.name_zh collate pinyin"),
                    Column.of("role", "organization.person.role", RoleCells::role, "r.role"),
                    Column.name("unit", "organization.person.unit", "n.zh", "n.en"),
                    Column.day("from", "organization.field.firstDay", "s.first_day")
                            .sortable(),
                    Column.day("until", "organization.field.lastDay", "s.last_day")
                            .sortable(),
                    Column.status("state", "organization.unit.state", RoleCells::tone, WORDS, STATE))
            .filters(
                    Filter.search(
                            "organization.people.search",
                            "a.name_zh",
                            "a.name_en",
                            "a.login",
                            "b.name_zh",
                            "b.name_en",
                            "b.login"),
                    Filter.choice("state", "organization.unit.state", STATES, SubstitutionList::inState),
                    Filter.choice("whose", "organization.substitution.whose", WHOSE, SubstitutionList::whose),
                    Filter.unit("unit", "organization.units.below", "s.org_path"))
            .order("-from")
            .link(id -> "/desk/substitutions/" + id)
            .empty(EmptyState.because("organization.substitutions.empty")
                    .whenFiltered("organization.substitutions.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Fragment inState(String state) {
        String open = "s.revoked_at is null and s.last_day >= china_day()";
        String running = open + " and ";
        return switch (state) {
            case "OPEN" -> Fragment.of(open);
            case "BEGINNING" ->
                Fragment.of(
                        running + "s.first_day > china_day() and s.first_day <= china_day() + ?",
                        SubstitutionDates.AHEAD);
            case "ENDING" ->
                Fragment.of(
                        running + "s.first_day <= china_day() and s.last_day <= china_day() + ?",
                        SubstitutionDates.AHEAD);
            default -> Fragment.of("(" + STATE + ") = ?", state);
        };
    }

    private static Fragment whose(String whose) {
        return switch (whose) {
            case "MINE" -> Fragment.of("s.absent_id" + ME);
            case "I_STAND_IN" -> Fragment.of("s.substitute_id" + ME);
            default -> Fragment.of("not s.absent_id" + ME + " and not s.substitute_id" + ME);
        };
    }
}
