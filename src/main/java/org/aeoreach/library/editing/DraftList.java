package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Drafts of the viewer's unit and those below it. */
@ApplicationScoped
class DraftList implements Listing {

    private static final String ME = "cast(current_setting('app.account', true) as bigint)";

    /** Drafts {@code d} that wait for the viewer: sent by somebody else. */
    static final String TO_DECIDE = "d.state = 'IN_REVIEW' and d.author_id <> " + ME + " and d.submitted_by <> " + ME;

    /** Drafts {@code d} of the viewer that were given back to him. */
    static final String RETURNED = "d.state = 'DRAFT' and d.answer is not null and d.author_id = " + ME;

    private static final String ASKS = "case when not d.archiving then 'TEXT'"
            + " when cast(d.facts->>'archived' as boolean) then 'ARCHIVE' else 'TAKE_BACK' end";

    private final ListSpec spec = ListSpec.at("library-drafts", "/desk/library/drafts", "library.desk.drafts")
            .from("document_draft d join unit_name n on n.unit_id = d.unit_id and n.valid_to is null", "d.id")
            .narrow("document_draft d")
            .columns(
                    Column.name(
                                    "title",
                                    "library.field.document",
                                    "coalesce(nullif(d.zh_title, ''), nullif(d.en_title, ''), d.code)",
                                    "nullif(d.en_title, '')")
                            .lead(),
                    Column.status(
                            "kind",
                            "library.field.kind",
                            kind -> Cell.Tone.NEUTRAL,
                            "library.kinds.",
                            "d.facts->>'kind'"),
                    Column.status("asks", "library.field.asks", DraftList::asksTone, "library.asks.", ASKS),
                    Column.status("state", "library.field.draft", DraftList::tone, "library.state.", "d.state"),
                    Column.name("unit", "library.field.owner", "n.zh", "n.en"),
                    Column.moment("publish", "library.field.publish-at", "d.publish_at")
                            .hidden(),
                    Column.moment("changed", "library.field.changed", "d.changed_at"),
                    Column.code("code", "library.field.code", "d.code")
                            .sortedBy("d.id")
                            .hidden())
            .filters(
                    Filter.choice("state", "library.field.draft", DraftState.values(), "library.state.", "d.state"),
                    Filter.choice(
                            "asks",
                            "library.field.asks",
                            List.of(asks("TEXT"), asks("ARCHIVE"), asks("TAKE_BACK")),
                            asks -> Fragment.of("(" + ASKS + ") = ?", asks)),
                    Filter.choice(
                            "waits",
                            "library.field.waits",
                            List.of(
                                    new Filter.Option("DECIDE", "library.waits.DECIDE"),
                                    new Filter.Option("RETURNED", "library.waits.RETURNED")),
                            waits -> Fragment.of(waits.equals("DECIDE") ? TO_DECIDE : RETURNED)),
                    Filter.choice(
                            "kind", "library.field.kind", DocumentKind.values(), "library.kinds.", "d.facts->>'kind'"))
            .order("-code")
            .link(id -> "/desk/library/drafts/" + id)
            .empty(EmptyState.because("library.desk.no-drafts").whenFiltered("library.desk.no-drafts-filtered"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Filter.Option asks(String what) {
        return new Filter.Option(what, "library.asks." + what);
    }

    private static Cell.Tone asksTone(String what) {
        return what.equals("TEXT") ? Cell.Tone.OFF : Cell.Tone.WARN;
    }

    private static Cell.Tone tone(String state) {
        return switch (DraftState.valueOf(state)) {
            case IN_REVIEW -> Cell.Tone.WARN;
            case PUBLISHED -> Cell.Tone.GOOD;
            case DISCARDED -> Cell.Tone.OFF;
            default -> Cell.Tone.NEUTRAL;
        };
    }
}
