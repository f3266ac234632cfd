package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.take.LoadReports;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Published documents for those who keep them: what is behind, due for review, or under way. */
@ApplicationScoped
class DocumentList implements Listing {

    private static final String BEHIND =
            "(select string_agg(b.language, ',') from document_text b where b.document_id = d.id and b.behind)";
    private static final String DRAFT = "(select w.state from document_draft w where w.code = d.code"
            + " and w.state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED'))";

    private static final String ISSUER = "(select %s from unit_name i join unit o on o.id = i.unit_id"
            + " where o.code = d.issuer and i.valid_to is null)";

    // For good: they came without a second person.
    private static final Fragment IMPORTED = Fragment.of(
            "exists (select from document_version i" + " where i.document_id = d.id and i.origin = 'IMPORT')");
    private static final String STATE = "coalesce(" + DRAFT + ", case when d.archived then 'ARCHIVED' end)";

    /** Documents {@code d} that the viewer's unit or one below it keeps. */
    static final String OURS = "d.org_path >= nullif(current_setting('app.lo', true), '')"
            + " and d.org_path < current_setting('app.hi', true)";

    private final ListSpec spec = ListSpec.at("library", "/desk/library", "library.desk.title")
            .from(
                    "document d left join document_text z on z.document_id = d.id and z.language = 'zh'"
                            + " left join document_text e on e.document_id = d.id and e.language = 'en'"
                            + " join unit_name n on n.unit_id = d.unit_id and n.valid_to is null",
                    "d.id")
            .narrow("document d")
            .columns(
                    Column.name("title", "library.field.document", "coalesce(z.title, e.title)", "e.title")
                            .lead(),
                    Column.status("kind", "library.field.kind", kind -> Cell.Tone.NEUTRAL, "library.kinds.", "d.kind"),
                    Column.status("draft", "library.field.draft", DocumentList::tone, "library.state.", STATE),
                    Column.status(
                            "behind", "library.field.behind", behind -> Cell.Tone.WARN, "library.behind.", BEHIND),
                    Column.day("effective", "library.field.effective", "d.effective_from")
                            .hidden(),
                    Column.day("repealed", "library.field.repealed", "d.repealed_from")
                            .hidden(),
                    Column.day("review", "library.field.review", "d.review_on"),
                    Column.name("unit", "library.field.owner", "n.zh", "n.en"),
                    Column.name("issuer", "library.field.issuer", ISSUER.formatted("i.zh"), ISSUER.formatted("i.en"))
                            .hidden(),
                    Column.status(
                                    "origin",
                                    "library.field.origin",
                                    origin -> Cell.Tone.NEUTRAL,
                                    "library.origin.",
                                    "d.origin")
                            .hidden(),
                    Column.number("version", "library.field.version", "d.version")
                            .hidden(),
                    Column.moment("changed", "library.field.changed", "d.changed_at")
                            .sortable(),
                    Column.code("code", "library.field.code", "d.code")
                            .sortable()
                            .hidden())
            .filters(
                    Filter.search("library.desk.search", DocumentList::titled),
                    Filter.choice("kind", "library.field.kind", DocumentKind.values(), "library.kinds.", "d.kind"),
                    Filter.choice(
                            "draft",
                            "library.field.draft",
                            List.of(option("DRAFT"), option("IN_REVIEW"), option("SCHEDULED")),
                            state -> Fragment.of(
                                    "exists (select from document_draft w where w.code = d.code and w.state = ?)",
                                    state)),
                    Filter.yesNo(
                            "behind",
                            "library.field.behind",
                            "exists (select from document_text b where b.document_id = d.id and b.behind)"),
                    Filter.yesNo("ours", "library.field.ours", OURS),
                    Filter.yesNo("edited", "library.field.edited", LoadReports.EDITED),
                    Filter.yesNo("newer", "library.field.newer-file", "d.newer_file"),
                    Filter.choice(
                            "origin",
                            "library.field.origin",
                            List.of(origin("FILE"), origin("DESK"), origin("IMPORT")),
                            origin -> origin.equals("IMPORT") ? IMPORTED : Fragment.of("d.origin = ?", origin)),
                    Filter.dates("due", "library.field.review", "d.review_on"),
                    Filter.including("archived", "library.field.with-archived", "not d.archived"))
            .order("-changed")
            .link(id -> "/desk/library/" + id)
            .empty(EmptyState.because("library.list.none"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Filter.Option option(String state) {
        return new Filter.Option(state, "library.state." + state);
    }

    private static Filter.Option origin(String origin) {
        return new Filter.Option(origin, "library.origin." + origin);
    }

    private static Fragment titled(String text) {
        String pattern = "%" + org.aeoreach.platform.Rows.likeQuoted(text) + "%";
        return Fragment.of(
                "exists (select from document_text t where t.document_id = d.id and (t.title ilike ? or d.code = ?))",
                pattern,
                text);
    }

    private static Cell.Tone tone(String state) {
        return switch (state) {
            case "IN_REVIEW" -> Cell.Tone.WARN;
            case "ARCHIVED" -> Cell.Tone.OFF;
            default -> Cell.Tone.NEUTRAL;
        };
    }
}
