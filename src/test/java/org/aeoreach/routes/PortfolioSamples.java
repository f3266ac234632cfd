package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;

/** Requests about coordinators, handovers, segments and personal data. */
final class PortfolioSamples {
    private static final String ANY = "{\"all\":[{\"criterion\":\"cbec\",\"values\":{}}]}";

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        for (String start : List.of("/desk/enterprises/{id}/coordination", "/api/v1/coordinations/enterprise/{id}")) {
            ALL.put("GET " + start, s -> Call.to(start.replace("{id}", enterprise(s)))
                    .about(s.path()));
        }
        ALL.put("GET /api/v1/coordinations/enterprise/{id}/past", s -> Call.to(
                        "/api/v1/coordinations/enterprise/" + enterprise(s) + "/past")
                .about(s.path()));
        ALL.put("POST /desk/enterprises/{id}/coordination", s -> Call.to(
                        "/desk/enterprises/" + enterprise(s) + "/coordination")
                .form(Map.of("accountId", Long.toString(s.officer()), "part", "COORDINATOR", "tell", "true"))
                .about(s.path()));
        ALL.put("POST /desk/coordinations/choice", s -> Call.to("/desk/coordinations/choice")
                .form(Map.of("id", enterprise(s), "action", "MEMBER")));
        ALL.put("POST /desk/coordinations", s -> Call.to("/desk/coordinations")
                .form(Map.of(
                        "enterpriseIds", enterprise(s), "accountId", Long.toString(s.officer()), "part", "MEMBER")));
        ALL.put("GET /desk/coordinations/{id}/end", s -> Call.to("/desk/coordinations/" + coordination(s) + "/end")
                .about(s.path()));
        ALL.put("POST /desk/coordinations/{id}/end", s -> Call.to("/desk/coordinations/" + coordination(s) + "/end")
                .form(Map.of("version", "0", "reason", "样例"))
                .about(s.path()));
        ALL.put("POST /api/v1/coordinations", s -> Call.to("/api/v1/coordinations")
                .json("{\"enterpriseIds\":[" + enterprise(s) + "],\"accountId\":" + s.officer()
                        + ",\"part\":\"COORDINATOR\",\"tell\":true}"));
        ALL.put("GET /api/v1/coordinations/{id}", s -> Call.to("/api/v1/coordinations/" + coordination(s))
                .about(s.path()));
        ALL.put("POST /api/v1/coordinations/{id}/end", s -> Call.to("/api/v1/coordinations/" + coordination(s) + "/end")
                .json("{\"reason\":\"样例\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("GET /desk/enterprises/{id}/tier", s -> Call.to("/desk/enterprises/" + enterprise(s) + "/tier")
                .about(s.path()));
        ALL.put("POST /desk/coordinations/tiers", s -> Call.to("/desk/coordinations/tiers")
                .form(Map.of("enterpriseIds", enterprise(s), "tier", "A")));
        ALL.put("POST /api/v1/coordinations/tiers", s -> Call.to("/api/v1/coordinations/tiers")
                .json("{\"enterpriseIds\":[" + enterprise(s) + "],\"tier\":\"B\"}"));
        ALL.put("POST /desk/coordinators/cadence", s -> Call.to("/desk/coordinators/cadence")
                .form(Map.of("tierA", "30", "tierB", "60", "tierC", "90")));
        ALL.put("PUT /api/v1/portfolio/cadence", s -> Call.to("/api/v1/portfolio/cadence")
                .json("{\"tierA\":31,\"tierB\":61,\"tierC\":91}"));
    }

    static {
        ALL.put("POST /desk/handovers", s -> Call.to("/desk/handovers")
                .form(Map.of("fromAccount", giver(s), "toAccount", Long.toString(s.officer()), "reason", "样例")));
        ALL.put("POST /api/v1/handovers", s -> Call.to("/api/v1/handovers")
                .json("{\"fromAccount\":" + giver(s) + ",\"toAccount\":" + s.officer() + ",\"reason\":\"样例\","
                        + "\"tell\":true}"));
        for (String start : List.of("/desk/handovers/", "/api/v1/handovers/")) {
            ALL.put("GET " + start + "{id}", s -> Call.to(start + handover(s)).about(s.path()));
        }
        ALL.put("POST /desk/handovers/{id}/undo", s -> Call.to("/desk/handovers/" + handover(s) + "/undo")
                .form(Map.of("version", "0"))
                .about(s.path()));
        ALL.put("POST /api/v1/handovers/{id}/undo", s -> Call.to("/api/v1/handovers/" + handover(s) + "/undo")
                .ifMatch(0)
                .about(s.path()));
    }

    static {
        Map<String, String> draft = Map.of("name", "样例", "mode", "ALL", "g0.mode", "ALL", "g0.0.criterion", "cbec");
        ALL.put("POST /desk/segments/draft", s -> Call.to("/desk/segments/draft")
                .form(draft));
        ALL.put("POST /desk/segments", s -> Call.to("/desk/segments").form(draft));
        ALL.put("GET /desk/segments/{id}", s -> segment(s, "/desk/segments/", ""));
        ALL.put("POST /desk/segments/{id}", s -> segment(s, "/desk/segments/", "")
                .form(Map.of("name", "新名", "g0.mode", "ALL", "g0.0.criterion", "sme", "version", "0")));
        ALL.put("POST /desk/segments/{id}/deletion", s -> segment(s, "/desk/segments/", "/deletion")
                .form(Map.of("version", "0")));
        String definition = "{\"name\":\"样例\",\"shared\":true,\"conditions\":" + quoted() + "}";
        ALL.put("POST /api/v1/segments", s -> Call.to("/api/v1/segments").json(definition));
        ALL.put("POST /api/v1/segments/count", s -> Call.to("/api/v1/segments/count")
                .json("{\"conditions\":" + quoted() + "}"));
        for (String part : List.of("", "/count", "/members")) {
            ALL.put("GET /api/v1/segments/{id}" + part, s -> segment(s, "/api/v1/segments/", part));
        }
        ALL.put(
                "PUT /api/v1/segments/{id}",
                s -> segment(s, "/api/v1/segments/", "").json(definition).ifMatch(0));
        ALL.put("DELETE /api/v1/segments/{id}", s -> segment(s, "/api/v1/segments/", "")
                .ifMatch(0));
    }

    static {
        for (String part : List.of("", "/file", "/erasure")) {
            ALL.put("GET /desk/personal-data/{id}" + part, s -> Call.to("/desk/personal-data/" + contact(s) + part)
                    .about(s.path()));
        }
        ALL.put("POST /desk/personal-data/{id}/erasure", s -> Call.to("/desk/personal-data/" + contact(s) + "/erasure")
                .form(Map.of("version", "0", "reason", "样例"))
                .about(s.path()));
        ALL.put("GET /api/v1/personal-data/{id}", s -> Call.to("/api/v1/personal-data/" + contact(s))
                .about(s.path()));
        ALL.put("POST /api/v1/personal-data/{id}/erasure", s -> Call.to(
                        "/api/v1/personal-data/" + contact(s) + "/erasure")
                .json("{\"reason\":\"样例\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("PUT /api/v1/personal-data/retention", s -> Call.to("/api/v1/personal-data/retention")
                .json("{\"consentWithdrawn\":1,\"personEnded\":24,\"recordView\":36}"));
        ALL.put("POST /desk/personal-data/retention", s -> Call.to("/desk/personal-data/retention")
                .form(Map.of("consentWithdrawn", "1", "personEnded", "24", "recordView", "36")));
    }

    private PortfolioSamples() {}

    private static String quoted() {
        return "\"" + ANY.replace("\"", "\\\"") + "\"";
    }

    private static String enterprise(Situation s) throws SQLException {
        return Long.toString(EnterpriseSamples.newEnterprise(s));
    }

    /** A new enterprise of the unit and its new coordinator. */
    private static long coordination(Situation s) throws SQLException {
        return coordination(s, s.officer());
    }

    private static long coordination(Situation s, long officer) throws SQLException {
        return Rows.number(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)"
                        + " select id, unit_id, org_path, ?, 'COORDINATOR', ? from enterprise where id = ? returning id",
                officer,
                Situation.today(),
                EnterpriseSamples.newEnterprise(s));
    }

    private static String giver(Situation s) throws SQLException {
        long officer = s.officer();
        coordination(s, officer);
        return Long.toString(officer);
    }

    /** One enterprise that went from one new officer to another. */
    private static long handover(Situation s) throws SQLException {
        long from = s.officer();
        long to = s.officer();
        long before = coordination(s, from);
        Rows.change("update coordination set valid_to = valid_from - 1 where id = ?", before);
        long handover = Rows.number(
                "insert into handover (from_account, to_account, unit_id, org_path, happened_on, reason, account_id)"
                        + " values (?, ?, ?, ?, ?, '样例', ?) returning id",
                from,
                to,
                s.unitId(),
                s.path(),
                Situation.today(),
                to);
        long after = Rows.number(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from, handover_id)"
                        + " select enterprise_id, unit_id, org_path, ?, part, valid_from, ? from coordination"
                        + " where id = ? returning id",
                to,
                handover,
                before);
        Rows.change(
                "insert into handover_item (handover_id, enterprise_id, unit_id, org_path, before_id, after_id,"
                        + " brief_zh, brief_en, told) select ?, enterprise_id, unit_id, org_path, ?, id, '样例',"
                        + " 'sample', 0 from coordination where id = ?",
                handover,
                before,
                after);
        return handover;
    }

    private static Call segment(Situation s, String start, String part) throws SQLException {
        long owner = s.owner();
        return Call.to(start + newSegment(s, owner) + part).ownedBy(owner);
    }

    /** A new segment of that person, in the unit. */
    static long newSegment(Situation s, long owner) throws SQLException {
        return Rows.number(
                "insert into segment (unit_id, org_path, account_id, name, conditions) values (?, ?, ?, '样例', ?)"
                        + " returning id",
                s.unitId(),
                s.path(),
                owner,
                ANY);
    }

    private static long contact(Situation s) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '样例', 'sample.person@enterprise.test', 'OUTREACH',"
                        + " 'STATUTORY_DUTY' from enterprise where id = ? returning id",
                EnterpriseSamples.newEnterprise(s));
    }
}
