package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;

/** Requests about the coverage of a campaign and the work lists of units. */
final class CoverageSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        String desk = "/desk/campaigns/{id}";
        for (String part : List.of("/coverage", "/coverage/heat", "/coverage/funnel", "/coverage/silent", "/work")) {
            ALL.put("GET " + desk + part, s -> about(s, desk + part));
        }
        ALL.put("GET " + desk + "/enterprises", s -> about(s, desk + "/enterprises"));
        String api = "/api/v1/campaigns/{id}/";
        for (String part : List.of(
                "coverage",
                "coverage/funnel",
                "coverage/silent",
                "coverage/sisters",
                "work",
                "work/next",
                "work/rows")) {
            ALL.put("GET " + api + part, s -> about(s, api + part));
        }
        for (String path : List.of("/desk/campaigns/policies", "/api/v1/campaigns/policies")) {
            ALL.put("GET " + path, s -> Call.to(path + "?unit=" + s.unit()).about(s.path()));
        }
        ALL.put("GET /desk/campaigns/policies/{code}", s -> Call.to(
                        "/desk/campaigns/policies/policy-order-282?unit=" + s.unit())
                .about(s.path()));
        ALL.put("POST " + desk + "/coverage/course", s -> about(s, desk + "/coverage/course")
                .form(Map.of("page", "silent")));
        ALL.put("POST " + api + "coverage/course", s -> about(s, api + "coverage/course"));
        for (String list : List.of("/desk/campaigns/enterprises", "/desk/campaigns/work")) {
            ALL.put("GET " + list, s -> Call.to(list + "?campaign=" + campaign(s)));
            ALL.put("GET " + list + "/export", s -> Call.to(list + "/export?format=csv&campaign=" + campaign(s)));
        }
    }

    static {
        ALL.put("GET /desk/campaigns/{id}/work/change", s -> {
            long id = campaign(s);
            return Call.to("/desk/campaigns/%d/work/change?enterprise=".formatted(id) + member(id))
                    .about(s.path());
        });
        ALL.put("POST /desk/campaigns/work/choice", s -> {
            long id = campaign(s);
            return Call.to("/desk/campaigns/work/choice")
                    .form(Map.of("campaign", Long.toString(id), "id", member(id), "action", "EXCLUDE"));
        });
        ALL.put("POST /desk/campaigns/{id}/work/change", s -> {
            long id = campaign(s);
            assignment(s, id);
            return Call.to("/desk/campaigns/%d/work/change".formatted(id))
                    .form(Map.of("enterpriseIds", member(id), "versions", "0", "action", "EXCLUDE", "reason", "CLOSED"))
                    .about(s.path());
        });
        ALL.put("POST /api/v1/campaigns/{id}/work/changes", s -> {
            long id = campaign(s);
            assignment(s, id);
            return Call.to("/api/v1/campaigns/%d/work/changes".formatted(id))
                    .json("{\"enterpriseIds\":[" + member(id) + "],\"versions\":[0],\"action\":\"POSTPONE\",\"day\":\""
                            + Situation.today().plusDays(3) + "\"}")
                    .about(s.path());
        });
        ALL.put("POST /desk/campaigns/{id}/work/spread", s -> spread(s, "/desk/campaigns/{id}/work/spread")
                .form(Map.of("way", "EVENLY", "officerIds", Long.toString(s.officer()))));
        ALL.put("POST /api/v1/campaigns/{id}/work/spread", s -> spread(s, "/api/v1/campaigns/{id}/work/spread")
                .json("{\"way\":\"COORDINATORS\",\"officerIds\":[" + s.officer() + "]}"));
        for (String path :
                List.of("/desk/campaigns/{id}/work/spread/undo", "/api/v1/campaigns/{id}/work/spread/undo")) {
            ALL.put("POST " + path, s -> undo(s, path));
        }
    }

    private CoverageSamples() {}

    private static Call about(Situation s, String path) throws SQLException {
        return Call.to(path.replace("{id}", Long.toString(campaign(s)))).about(s.path());
    }

    /** Who looks from above has no list of his own there. */
    private static Call spread(Situation s, String path) throws SQLException {
        long id = campaign(s);
        assignment(s, id);
        Call call = Call.to(path.replace("{id}", Long.toString(id))).about(s.path());
        return s.path().equals(s.actor().path()) ? call : call.refusedWith(409);
    }

    private static Call undo(Situation s, String path) throws SQLException {
        long id = campaign(s);
        assignment(s, id);
        Rows.change("update campaign_member set officer_id = ?, spread = true where campaign_id = ?", s.officer(), id);
        Call plain = Call.to(path.replace("{id}", Long.toString(id))).about(s.path());
        Call call = path.startsWith("/desk") ? plain.form(Map.of()) : plain;
        return s.path().equals(s.actor().path()) ? call : call.refusedWith(409);
    }

    /** A running campaign of the unit's own with an enterprise of it in scope. */
    static long campaign(Situation s) throws SQLException {
        return campaign(s.path(), EnterpriseSamples.newEnterprise(s));
    }

    static long campaign(String path, long... enterprises) throws SQLException {
        long id = Rows.number(
                "insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, status, frozen_at,"
                        + " issued_at, author_id) select id, org_path, 'OWN', '样例', '样例', china_day() - 9, china_day() + 30,"
                        + " 'RUNNING', now(), now(), ? from unit where org_path = ? returning id",
                Caller.account("gacc.officer"),
                path);
        Rows.change(
                "insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)"
                        + " values (?, 'ALL', '样例', 80, 'ONE_TO_ONE')",
                id);
        for (long enterprise : enterprises) {
            Rows.change(
                    "insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path,"
                            + " audience, track, priority) select id, ?, unit_id, org_path, unit_id, org_path, 'ALL', 'NONE',"
                            + " 100000000 from enterprise where id = ?",
                    id,
                    enterprise);
        }
        return id;
    }

    /** A list of the unit, from the plan of a unit below it, so that nobody else hears of the campaign. */
    private static void assignment(Situation s, long campaign) throws SQLException {
        Rows.change(
                "with p as (insert into campaign_plan (campaign_id, unit_id, org_path, status) select ?, id, org_path,"
                        + " 'APPROVED' from unit where id = ? returning id) insert into campaign_assignment (plan_id,"
                        + " campaign_id, unit_id, org_path, target, status, spread_at) select p.id, ?, u.id, u.org_path, 1,"
                        + " 'PUSHED', now() from p, unit u where u.id = ?",
                campaign,
                Units.newHouse("3100"),
                campaign,
                s.unitId());
    }

    private static String member(long campaign) throws SQLException {
        return Long.toString(
                Rows.number("select min(enterprise_id) from campaign_member where campaign_id = ?", campaign));
    }
}
