package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** Requests about enterprises that are registered twice. */
final class DuplicateSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        ALL.put("POST /desk/duplicates/scan", s -> Call.to("/desk/duplicates/scan")
                .form(Map.of()));
        ALL.put("POST /desk/duplicates/new", DuplicateSamples::nameTwo);
        ALL.put("GET /desk/duplicates/{id}", s -> Call.to("/desk/duplicates/" + pair(s))
                .about(s.path()));
        ALL.put("POST /desk/duplicates/{id}/merger", DuplicateSamples::mergeByForm);
        ALL.put("POST /desk/duplicates/{id}/dismissal", s -> Call.to("/desk/duplicates/" + pair(s) + "/dismissal")
                .form(Map.of("note", "两家企业", "version", "0"))
                .about(s.path()));
        ALL.put("GET /desk/mergers/{id}", s -> Call.to("/desk/mergers/" + merger(s))
                .about(s.path()));
        ALL.put("POST /desk/mergers/{id}/undo", s -> Call.to("/desk/mergers/" + merger(s) + "/undo")
                .form(Map.of())
                .about(s.path()));
        ALL.put("POST /api/v1/enterprises/duplicates", s -> Call.to("/api/v1/enterprises/duplicates")
                .json("{\"firstId\":" + EnterpriseSamples.newEnterprise(s) + ",\"secondId\":"
                        + EnterpriseSamples.newEnterprise(s) + "}")
                .about(s.path()));
        ALL.put("POST /api/v1/enterprises/duplicates/{id}/dismissal", s -> Call.to(
                        "/api/v1/enterprises/duplicates/" + pair(s) + "/dismissal")
                .json("{\"note\":\"两家企业\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST /api/v1/enterprises/mergers", s -> Call.to("/api/v1/enterprises/mergers")
                .json("{\"keptId\":" + EnterpriseSamples.newEnterprise(s) + ",\"mergedId\":"
                        + EnterpriseSamples.newEnterprise(s) + ",\"fields\":[\"NAME_ZH\"],\"reason\":\"样例\"}")
                .about(s.path()));
        ALL.put("GET /api/v1/enterprises/mergers/{id}", s -> Call.to("/api/v1/enterprises/mergers/" + merger(s))
                .about(s.path()));
        ALL.put("POST /api/v1/enterprises/mergers/{id}/undo", s -> Call.to(
                        "/api/v1/enterprises/mergers/" + merger(s) + "/undo")
                .json("{}")
                .about(s.path()));
    }

    private DuplicateSamples() {}

    /** None by a substitute: the enterprises are made where the caller is at home. */
    private static @Nullable Call nameTwo(Situation s) throws SQLException {
        return s.actor().kind().standsIn()
                ? null
                : Call.to("/desk/duplicates/new")
                        .form(Map.of(
                                "firstText",
                                "5304999901",
                                "secondText",
                                "2210999902",
                                "firstChoice",
                                own(s),
                                "secondChoice",
                                own(s)));
    }

    /** An enterprise the caller sees, new for each call. */
    private static String own(Situation s) throws SQLException {
        if (s.actor().kind().login() == null) {
            return "0";
        }
        return Long.toString(Rows.number(
                "insert into enterprise (name_zh, unit_id, org_path, source) select '样例企业', unit_id, org_path, 'sample'"
                        + " from account where login = ? returning id",
                s.actor().kind().login()));
    }

    private static Call mergeByForm(Situation s) throws SQLException {
        long pair = pair(s);
        Rows.Row row = Rows.one("select first_id, second_id from enterprise_duplicate where id = ?", pair);
        return Call.to("/desk/duplicates/" + pair + "/merger")
                .form(Map.of("keptId", row.text("first_id"), "mergedId", row.text("second_id"), "reason", "样例"))
                .about(s.path());
    }

    private static long pair(Situation s) throws SQLException {
        long first = EnterpriseSamples.newEnterprise(s);
        long second = EnterpriseSamples.newEnterprise(s);
        return Rows.number(
                "insert into enterprise_duplicate (first_id, second_id, org_path, reason) values (?, ?, ?, 'NAME') returning id",
                first,
                second,
                s.path());
    }

    private static long merger(Situation s) throws SQLException {
        long kept = EnterpriseSamples.newEnterprise(s);
        long merged = EnterpriseSamples.newEnterprise(s);
        Rows.change("update enterprise set merged_into = ? where id = ?", kept, merged);
        return Rows.number(
                "insert into enterprise_merge (kept_id, merged_id, org_path, reason, taken, kept_before, kept_after,"
                        + " merged_before, merged_by) select k.id, m.id, k.org_path, '样例', '{}', to_jsonb(k), to_jsonb(k),"
                        + " to_jsonb(m), (select min(id) from account) from enterprise k, enterprise m"
                        + " where k.id = ? and m.id = ? returning id",
                kept,
                merged);
    }
}
