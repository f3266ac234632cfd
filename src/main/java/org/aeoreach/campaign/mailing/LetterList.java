package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
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

/** What became of each letter of a mailing, and which enterprises got none. */
@ApplicationScoped
class LetterList implements Listing {

    static final String PATH = "/desk/campaigns/letters";

    /** What became of the letter that went to the address of whom {@code l} is about, in one word. */
    static final String FATE = "coalesce(l.reason, case when l.status in ('SENT', 'FAILED')"
            + " then (select case x.gave_up when 'DECLINED' then 'UNSUBSCRIBED' when 'BOUNCED' then 'BOUNCED' end"
            + " from mail x where x.id = l.mail_id and x.status = 'DEAD') end, l.status)";

    /** The same, or that it was a letter to somebody else with that address. */
    static final String BECAME = "case when l.shared_with is not null then 'SHARED' else " + FATE + " end";

    /** What it can be, in the order people ask for it. */
    static final List<String> OUTCOMES = List.of(
            "SENT",
            "SHARED",
            "WRITTEN",
            "AGAIN",
            "FAILED",
            "BOUNCED",
            "UNSUBSCRIBED",
            "WITHDRAWN",
            "AUDIENCE",
            "GONE",
            "EXCLUDED",
            "UNREACHABLE",
            "OBJECTS",
            "NO_MAIL",
            "NO_PERSON");

    private final ListSpec spec = ListSpec.at("campaign-letters", PATH, "mailing.log")
            .from(
                    "campaign_mailing_letter l left join enterprise e on e.id = l.enterprise_id"
                            + " left join contact_person c on c.id = l.person_id left join mail m on m.id = l.mail_id"
                            + " left join campaign_mailing_letter p on p.id = l.shared_with"
                            + " left join contact_person pc on pc.id = p.person_id"
                            + " left join enterprise pe on pe.id = p.enterprise_id",
                    "l.id")
            .columns(
                    Column.of(
                                    "enterprise",
                                    "mailing.field.enterprise",
                                    LetterList::enterprise,
                                    "e.name_zh",
                                    "e.name_en",
                                    "l.enterprise_id")
                            .lead(),
                    Column.of("person", "mailing.field.person", LetterList::person, "c.name_zh", "c.name_en", "c.mail"),
                    Column.of(
                            "became",
                            "mailing.field.became",
                            LetterList::became,
                            BECAME,
                            "l.status",
                            "pc.name_zh",
                            "pc.name_en",
                            "pe.name_zh",
                            "pe.name_en",
                            "case when l.status = 'FAILED' then m.last_error end",
                            "p.audience <> l.audience"),
                    Column.of(
                            "audience",
                            "mailing.field.audience",
                            (row, page) -> Cell.text(page.t("campaign.audience." + row.text(0))),
                            "l.audience"),
                    Column.moment("written", "mailing.field.written", "l.written_at")
                            .sortedBy("l.id"),
                    Column.moment("left", "mailing.field.left-at", "l.left_at").sortable(),
                    Column.of(
                            "letter",
                            "mailing.field.letter",
                            LetterList::letter,
                            "l.mail_id",
                            "l.person_id",
                            "l.mailing_id",
                            "(select g.campaign_id from campaign_mailing g where g.id = l.mailing_id)"))
            .filters(
                    Filter.search("mailing.search", "e.name_zh", "e.name_en", "c.name_zh", "c.name_en"),
                    Filter.given("mailing", "mailing.record", LetterList::of),
                    Filter.choice(
                            "became", "mailing.field.became", options(), value -> Fragment.of(BECAME + " = ?", value)),
                    Filter.choice(
                            "audience",
                            "mailing.field.audience",
                            Audience.values(),
                            "campaign.audience.",
                            "l.audience"))
            .order("written")
            .empty(EmptyState.because("mailing.letters-none").whenFiltered("mailing.letters-none-such"))
            .build();

    private static List<Filter.Option> options() {
        return OUTCOMES.stream()
                .map(value -> new Filter.Option(value, "mailing.letter." + value))
                .toList();
    }

    private static Fragment of(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("mailing", "web.invalid.number");
        }
        return Fragment.of("l.mailing_id = ?", Long.valueOf(text));
    }

    private static Cell enterprise(Rows.Row row, Page page) {
        return row.textOrNull(0) == null
                ? Cell.quiet(page.t("mailing.elsewhere"))
                : new Cell.Link("/desk/enterprises/" + row.id(2), Cell.text(page.pick(row.text(0), row.textOrNull(1))));
    }

    private static Cell person(Rows.Row row, Page page) {
        return row.textOrNull(0) == null
                ? Cell.NONE
                : Cell.below(
                        List.of(Cell.text(page.pick(row.text(0), row.textOrNull(1))), Cell.quiet(row.textOrNull(2))));
    }

    private static Cell became(Rows.Row row, Page page) {
        String became = row.text(0);
        List<Cell> cells = new ArrayList<>();
        if (became.equals("SHARED")) {
            cells.add(Cell.status(page.t("mailing.letter." + row.text(1)), tone(row.text(1))));
            String whose = row.textOrNull(2) == null || row.textOrNull(4) == null
                    ? page.t("mailing.elsewhere")
                    : page.t(
                            "mailing.person-of",
                            page.pick(row.text(2), row.textOrNull(3)),
                            page.pick(row.text(4), row.textOrNull(5)));
            cells.add(Cell.quiet(page.t(row.flag(7) ? "mailing.shared-other" : "mailing.shared", whose)));
        } else {
            cells.add(Cell.status(page.t("mailing.letter." + became), tone(row.text(1))));
            cells.add(Cell.quiet(row.textOrNull(6)));
        }
        return Cell.below(cells);
    }

    private static Cell.Tone tone(String status) {
        return switch (status) {
            case "SENT" -> Cell.Tone.GOOD;
            case "FAILED" -> Cell.Tone.BAD;
            case "LEFT_OUT", "WITHDRAWN" -> Cell.Tone.OFF;
            default -> Cell.Tone.NEUTRAL;
        };
    }

    private static Cell letter(Rows.Row row, Page page) {
        return row.idOrNull(0) == null || row.idOrNull(1) == null
                ? Cell.NONE
                : new Cell.Link(
                        "/desk/campaigns/" + row.id(3) + "/mailings/" + row.id(2) + "/letters/" + row.id(1),
                        Cell.text(page.t("mailing.read")));
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
