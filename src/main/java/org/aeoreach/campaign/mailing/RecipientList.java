package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.campaign.Audience;
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

/** Whom a mailing goes to as things stand, and whom it leaves out and why. */
@ApplicationScoped
class RecipientList implements Listing {

    static final String PATH = "/desk/campaigns/recipients";

    /** Value of the choice for those who get it. */
    static final String GETS = "GETS";

    @Inject
    private Mailings mailings;

    @Inject
    private MailingTargets targets;

    private final ListSpec spec = ListSpec.at("campaign-recipients", PATH, "mailing.recipients")
            .from(
                    "campaign_mailing_target t join enterprise e on e.id = t.enterprise_id"
                            + " left join unit_name n on n.unit_id = e.unit_id and n.valid_to is null",
                    "t.enterprise_id")
            .columns(
                    Column.of(
                                    "enterprise",
                                    "mailing.field.enterprise",
                                    (row, page) -> new Cell.Link(
                                            "/desk/enterprises/" + row.id(2),
                                            Cell.text(page.pick(row.text(0), row.textOrNull(1)))),
                                    "e.name_zh",
                                    "e.name_en",
                                    "t.enterprise_id")
                            .lead()
                            .sortedBy("t.enterprise_id"),
                    Column.of(
                            "people",
                            "mailing.field.people",
                            RecipientList::people,
                            "(select string_agg(c.id || ' ' || c.name_zh, chr(10) order by c.id) from contact_person c"
                                    + " where c.enterprise_id = t.enterprise_id and t.left_out is null and "
                                    + Addressee.WILLING + ")",
                            "t.left_out",
                            "t.mailing_id",
                            "(select g.campaign_id from campaign_mailing g where g.id = t.mailing_id)"),
                    Column.of(
                            "audience",
                            "mailing.field.audience",
                            (row, page) -> Cell.text(page.t("campaign.audience." + row.text(0))),
                            "t.audience"),
                    Column.name("unit", "mailing.field.unit", "n.zh", "n.en"),
                    Column.code("code", "enterprise.field.customsCode", "e.customs_code")
                            .hidden())
            .filters(
                    Filter.search("coverage.search", "e.name_zh", "e.name_en", "e.customs_code", "e.uscc"),
                    Filter.given("mailing", "mailing.record", this::of),
                    Filter.choice(
                            "left",
                            "mailing.field.left",
                            options(),
                            value -> value.equals(GETS)
                                    ? Fragment.of("t.left_out is null")
                                    : Fragment.of("t.left_out = ?", value)),
                    Filter.choice(
                            "audience",
                            "mailing.field.audience",
                            Audience.values(),
                            "campaign.audience.",
                            "t.audience"),
                    Filter.unit("unit", "mailing.field.unit", "t.org_path").more())
            .order("enterprise")
            .empty(EmptyState.because("mailing.recipients-none").whenFiltered("mailing.recipients-none"))
            .build();

    private static List<Filter.Option> options() {
        return Stream.of(GETS, "NO_PERSON", "NO_MAIL", "OBJECTS", "EXCLUDED")
                .map(value -> new Filter.Option(value, "mailing.left-out." + value))
                .toList();
    }

    private Fragment of(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("mailing", "web.invalid.number");
        }
        MailingView mailing = mailings.find(Long.parseLong(text)).orElseThrow(Problem::notFound);
        Fragment conditions = targets.conditions(mailing);
        return Fragment.of("t.mailing_id = ?", mailing.id())
                .and(new Fragment("(" + conditions.sql() + ")", conditions.values()));
    }

    private static Cell people(Rows.Row row, Page page) {
        if (row.textOrNull(1) != null) {
            return Cell.status(page.t("mailing.left-out." + row.text(1)), Cell.Tone.WARN);
        }
        if (row.textOrNull(0) == null) {
            return Cell.NONE;
        }
        List<Cell> cells = new ArrayList<>();
        for (String person : row.text(0).split("\n")) {
            int space = person.indexOf(' ');
            String letter = "/desk/campaigns/" + row.id(3) + "/mailings/" + row.id(2) + "/letters/"
                    + person.substring(0, space);
            cells.add(new Cell.Link(letter, Cell.text(person.substring(space + 1))));
        }
        return Cell.below(cells);
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
