package org.aeoreach.enquiry.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Answers that rest on changed documents, those first that wait longest; decided ones when asked for. */
@ApplicationScoped
class RecheckList implements Listing {

    static final String PATH = "/desk/enquiries/rechecks";

    private final ListSpec spec = ListSpec.at("rechecks", PATH, "recheck.title")
            .from(
                    "enquiry_recheck r join enquiry e on e.id = r.enquiry_id join enquiry_message m on m.id = r.message_id"
                            + " and m.undone_at is null join document d on d.id = r.document_id"
                            + " left join document_text z on z.document_id = d.id and z.language = 'zh'"
                            + " left join document_text x on x.document_id = d.id and x.language = 'en'"
                            + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null",
                    "r.id")
            .columns(
                    Column.code("number", "recheck.field.number", "e.number"),
                    Column.text("subject", "recheck.field.subject", "e.subject").lead(),
                    Column.name("document", "recheck.field.document", "coalesce(z.title, x.title, d.code)", "x.title"),
                    Column.status("why", "recheck.field.why", RecheckList::why, "recheck.why.", "r.why"),
                    Column.status("state", "recheck.field.state", RecheckList::tone, "recheck.state.", "r.status"),
                    Column.status(
                            "authority",
                            "recheck.field.authority",
                            value -> Cell.Tone.NEUTRAL,
                            "enquiry.authority.",
                            "m.authority"),
                    Column.name("unit", "recheck.field.unit", "n.zh", "n.en"),
                    Column.moment("since", "recheck.field.since", "r.created_at")
                            .sortable())
            .filters(
                    Filter.search("recheck.search", "e.number", "e.subject"),
                    Filter.choice(
                            "state",
                            "recheck.field.state",
                            options("recheck.state.", "OPEN", "STILL_RIGHT", "CHANGED"),
                            state -> Fragment.of("r.status = ?", state)),
                    Filter.choice(
                            "why",
                            "recheck.field.why",
                            options("recheck.why.", "CHANGED", "REPEALED", "ARCHIVED"),
                            why -> Fragment.of("r.why = ?", why)),
                    Filter.choice(
                            "authority",
                            "recheck.field.authority",
                            options("enquiry.authority.", "GUIDANCE", "POSITION", "INTERPRETATION"),
                            authority -> Fragment.of("m.authority = ?", authority)),
                    Filter.including("decided", "recheck.decided", "r.status = 'OPEN'"),
                    Filter.unit("unit", "recheck.field.unit", "r.org_path").more())
            .order("since")
            .link(id -> PATH + "/" + id)
            .empty(EmptyState.because("recheck.none").whenFiltered("recheck.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static List<Filter.Option> options(String words, String... values) {
        return Arrays.stream(values)
                .map(value -> new Filter.Option(value, words + value))
                .toList();
    }

    private static Cell.Tone why(String why) {
        return why.equals("CHANGED") ? Cell.Tone.WARN : Cell.Tone.BAD;
    }

    private static Cell.Tone tone(String state) {
        return state.equals("OPEN") ? Cell.Tone.WARN : state.equals("STILL_RIGHT") ? Cell.Tone.GOOD : Cell.Tone.NEUTRAL;
    }
}
