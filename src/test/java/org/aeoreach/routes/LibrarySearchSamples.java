package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;

/** Requests about the library's search, what is asked of it, and what editors decide. */
final class LibrarySearchSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        ALL.put("POST /portal/search/opened", s -> Call.to("/portal/search/opened")
                .form(Map.of("q", "认证", "place", "2")));
        ALL.put("GET /desk/library/gaps/{id}", s -> Call.to("/desk/library/gaps/" + asked()));
        ALL.put("GET /desk/library/judged/{number}", s -> Call.to("/desk/library/judged/4"));
        ALL.put("POST /desk/library/pins", s -> Call.to("/desk/library/pins")
                .form(Map.of("q", "样例" + System.nanoTime(), "pin", "policy-order-282")));
        ALL.put("POST /desk/library/same", s -> Call.to("/desk/library/same")
                .form(Map.of("same", "样例, sample " + System.nanoTime())));
        ALL.put("POST /desk/library/same/{id}/removal", s -> Call.to("/desk/library/same/" + joined() + "/removal")
                .form(Map.of()));
    }

    private LibrarySearchSamples() {}

    private static long asked() throws SQLException {
        return Rows.number(
                "insert into library_search (day, language, words, searches) values (china_day(), 'zh', ?, 2) returning id",
                "样例" + System.nanoTime());
    }

    private static long joined() throws SQLException {
        return Rows.number(
                "insert into library_same (names) values (?) returning id", "样例, sample " + System.nanoTime());
    }
}
