package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;

/** Requests about working time; the year changed is far off. */
final class WorkTimeSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String YEAR = "2090";
    private static final String SPANS = "09:00-12:00, 13:30-17:30";

    static {
        for (String root : new String[] {"/desk", "/api/v1"}) {
            ALL.put("GET " + root + "/working-time/years/{year}", s -> Call.to(root + "/working-time/years/" + YEAR));
        }
        ALL.put("POST /desk/working-time/years/{year}", s -> Call.to("/desk/working-time/years/" + YEAR)
                .form(Map.of(
                        "version",
                        Long.toString(version()),
                        "status",
                        "PROVISIONAL",
                        "sourceZh",
                        "样例",
                        "sourceEn",
                        "sample",
                        "lines",
                        YEAR + "-01-01,休,元旦,New Year")));
        ALL.put("PUT /api/v1/working-time/years/{year}", s -> Call.to("/api/v1/working-time/years/" + YEAR)
                .json("{\"status\":\"PROVISIONAL\",\"sourceZh\":\"样例\",\"sourceEn\":\"sample\",\"days\":[{\"day\":\""
                        + YEAR + "-01-01\",\"working\":false,\"nameZh\":\"元旦\"}]}")
                .ifMatch(version()));
        ALL.put("POST /desk/working-time/days", s -> Call.to("/desk/working-time/days")
                .form(Map.of("day", YEAR + "-05-01", "kind", known("OFF"), "nameZh", "劳动节")));
        ALL.put("PUT /api/v1/working-time/days", s -> Call.to("/api/v1/working-time/days")
                .json("{\"day\":\"" + YEAR + "-05-01\",\"kind\":\"" + known("ORDINARY") + "\"}"));
        ALL.put("GET /desk/working-time/units/{id}/hours", s -> hours(s, "/desk"));
        ALL.put("POST /desk/working-time/units/{id}/hours", s -> hours(s, "/desk")
                .form(Map.of("validFrom", YEAR + "-01-01", "spans", SPANS)));
        ALL.put("POST /api/v1/working-time/units/{id}/hours", s -> hours(s, "/api/v1")
                .json("{\"validFrom\":\"" + YEAR + "-01-01\",\"spans\":\"" + SPANS + "\"}"));
        ALL.put("GET /api/v1/working-time/units/{id}/hours", s -> hours(s, "/api/v1"));
        ALL.put(
                "GET /api/v1/working-time/units/{id}/reckoning",
                s -> Call.to("/api/v1/working-time/units/" + s.unitId() + "/reckoning?days=3"));
    }

    private WorkTimeSamples() {}

    private static Call hours(Situation s, String root) throws SQLException {
        return Call.to(root + "/working-time/units/" + s.unitId() + "/hours").about(s.path());
    }

    private static long version() throws SQLException {
        return Rows.number(
                "select coalesce((select version from work_year where year = ?), 0)", Integer.parseInt(YEAR));
    }

    /** The same, once something is known of the year. */
    private static String known(String kind) throws SQLException {
        Rows.change(
                "insert into work_year (year, status, source_zh, source_en) values (?, 'PROVISIONAL', '样例', 'sample')"
                        + " on conflict do nothing",
                Integer.parseInt(YEAR));
        return kind;
    }
}
