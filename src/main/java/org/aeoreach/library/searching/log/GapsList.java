package org.aeoreach.library.searching.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** What was looked for in the last 90 days, and what the library does not answer of it. */
@ApplicationScoped
public class GapsList implements Listing {

    /** How words fared: nothing found, this week on a day with five searches or else; shown and never opened. */
    enum Outcome {
        MISSED_NOW,
        NONE_FOUND,
        NOT_OPENED,
        ANSWERED
    }

    /**
     * One row for each language and words asked five times or on two days. A single question is nobody's habit, and
     * might tell somebody.
     */
    static final String ASKED = "(select min(s.id) as id, s.language, s.words, sum(s.searches) as searches,"
            + " (array_agg(s.found order by s.day desc))[1] as found, sum(s.opened) as opened,"
            + " round(sum(s.places)::numeric / nullif(sum(s.opened), 0), 1) as place, max(s.day) as last,"
            + " case when (array_agg(s.found order by s.day desc))[1] = 0 then case when"
            + " bool_or(s.found = 0 and s.searches >= 5 and s.day > china_day() - 7) then 'MISSED_NOW' else 'NONE_FOUND' end"
            + " when sum(s.opened) = 0 and sum(s.shown) > 1 then 'NOT_OPENED' else 'ANSWERED' end as outcome"
            + " from library_search s where s.day > china_day() - 90 group by s.language, s.words"
            + " having sum(s.searches) >= 5 or count(*) > 1) g";

    private final ListSpec spec = ListSpec.at("library-gaps", "/desk/library/gaps", "librarysearch.gaps")
            .from(ASKED, "g.id")
            .columns(
                    Column.text("words", "librarysearch.gaps.words", "g.words")
                            .sortedByName()
                            .lead(),
                    Column.status(
                            "outcome",
                            "librarysearch.gaps.outcome",
                            GapsList::tone,
                            "librarysearch.gaps.outcome.",
                            "g.outcome"),
                    Column.number("searches", "librarysearch.gaps.searches", "g.searches")
                            .sortable(),
                    Column.number("found", "librarysearch.gaps.found", "g.found")
                            .sortable(),
                    Column.number("opened", "librarysearch.gaps.opened", "g.opened")
                            .sortable(),
                    Column.number("place", "librarysearch.gaps.place", "g.place"),
                    Column.status(
                            "language",
                            "librarysearch.gaps.language",
                            language -> Cell.Tone.NEUTRAL,
                            "librarysearch.gaps.language.",
                            "g.language"),
                    Column.day("last", "librarysearch.gaps.last", "g.last").sortable())
            .filters(
                    Filter.search("librarysearch.gaps.words", "g.words"),
                    Filter.choice(
                            "outcome",
                            "librarysearch.gaps.outcome",
                            Outcome.values(),
                            "librarysearch.gaps.outcome.",
                            "g.outcome"),
                    Filter.including("answered", "librarysearch.gaps.answered", "g.outcome <> 'ANSWERED'"))
            .order("-searches")
            .empty(EmptyState.because("librarysearch.gaps.none").whenFiltered("librarysearch.gaps.none-filtered"))
            .link(id -> "/desk/library/gaps/" + id)
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell.Tone tone(String outcome) {
        return switch (Outcome.valueOf(outcome)) {
            case MISSED_NOW, NONE_FOUND -> Cell.Tone.BAD;
            case NOT_OPENED -> Cell.Tone.WARN;
            case ANSWERED -> Cell.Tone.GOOD;
        };
    }
}
