package org.aeoreach.library.searching.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** What the library does not answer, as it waits for its editors. */
@ApplicationScoped
public class Gaps implements TodaySource {

    // The first page of a session asks this: of the few rows of a week in an index of their own, not of all that was
    // asked.
    private static final String NEW = "select count(*) from (select distinct s.language, s.words from library_search s"
            + " where s.found = 0 and s.searches >= 5 and s.day > china_day() - 7 and (select o.found from library_search o"
            + " where o.day > china_day() - 90 and o.language = s.language and o.words = s.words"
            + " order by o.day desc limit 1) = 0) g";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    Gaps() {}

    @Inject
    Gaps(Bound bound) {
        this.bound = bound;
    }

    /** Words that were asked. @param language of the page they were typed on */
    public record Asked(String language, String words) {}

    /** @throws Problem 404 when there is none, or the viewer does not work for the whole country */
    @Transactional
    public Asked get(long id) {
        return Rows.one(
                        bound.query("select language, words from library_search where id = ?", id),
                        row -> new Asked(row.text(0), row.text(1)))
                .orElseThrow(Problem::notFound);
    }

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.GACC_OFFICER) {
            return List.of();
        }
        long gaps = Rows.one(bound.query(NEW), row -> row.id(0)).orElse(0L);
        return gaps == 0
                ? List.of()
                : List.of(TodayItem.of(
                        "librarysearch.today.gaps",
                        TodayItem.Urgency.SOMETIME,
                        gaps,
                        "/desk/library/gaps?outcome=" + GapsList.Outcome.MISSED_NOW));
    }
}
