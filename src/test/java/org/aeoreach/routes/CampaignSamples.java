package org.aeoreach.routes;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Rows;

/** Requests about campaigns, their plans and their amendments. */
final class CampaignSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String DESK = "/desk/campaigns/{id}";
    private static final String API = "/api/v1/campaigns/{id}";
    private static final String REASON = "{\"reason\":\"样例\"}";
    private static final String WORDS = "{\"words\":\"样例\"}";
    private static final String DIRECTIVE = Cascade.directive("样例", "5300");
    private static final String AMENDING = "{\"content\":" + Cascade.content("样例（修订）", 60) + ",\"note\":\"样例\"}";

    static {
        ALL.put("POST /desk/campaigns", s -> Call.to("/desk/campaigns").form(typed()));
        ALL.put("POST /api/v1/campaigns", s -> Call.to("/api/v1/campaigns").json(DIRECTIVE));
        ALL.put("GET " + DESK, s -> known(s, DESK));
        ALL.put("GET " + API, s -> known(s, API));
        ALL.put("GET " + DESK + "/edit", s -> hidden(s, DESK + "/edit", "DRAFT"));
        ALL.put("POST " + DESK + "/edit", s -> hidden(s, DESK + "/edit", "DRAFT")
                .form(typed()));
        ALL.put("PUT " + API, s -> hidden(s, API, "DRAFT").json(DIRECTIVE).ifMatch(0));
        form("/submission", "DRAFT");
        form("/approval", "REVIEW");
        form("/return", "REVIEW");
        form("/freeze", "FREEZING");
        form("/discard", "DRAFT");
        form("/withdrawal", "RUNNING");
        form("/end", "RUNNING");
        form("/template", "RUNNING");
        json("/submission", "DRAFT");
        json("/approval", "REVIEW");
        json("/freeze", "FREEZING");
        json("/draft", "FREEZING");
        json("/end", "RUNNING");
        ALL.put(
                "POST " + API + "/return",
                s -> hidden(s, API + "/return", "REVIEW").json(REASON).ifMatch(0));
        ALL.put(
                "POST " + API + "/withdrawal",
                s -> out(s, API + "/withdrawal").json(REASON).ifMatch(0));
        ALL.put("POST " + DESK + "/adoption", s -> {
            long id = campaign(s, "RUNNING");
            Rows.change("update campaign set template = true where id = ?", id);
            return at(DESK + "/adoption", id, s).form(Map.of("version", "0"));
        });
    }

    static {
        String plan = "/plan/{unit}";
        ALL.put("GET " + DESK + plan, s -> plan(s, DESK + plan, "APPROVED"));
        ALL.put("POST " + DESK + plan, s -> minePlan(s, DESK + plan, "ACKNOWLEDGED")
                .form(Map.of("version", "0", "regionalZh", "样例")));
        ALL.put("GET " + API + "/plans/{unit}", s -> plan(s, API + "/plans/{unit}", "APPROVED"));
        ALL.put("PUT " + API + "/plans/{unit}", s -> minePlan(s, API + "/plans/{unit}", "ACKNOWLEDGED")
                .json("{\"channels\":[],\"documents\":[],\"houses\":[]}")
                .ifMatch(0));
        step("acknowledgement", "ISSUED", null);
        step("question", "ISSUED", WORDS);
        step("refusal", "ISSUED", WORDS);
        step("submission", "ACKNOWLEDGED", null);
        step("approval", "SUBMITTED", null);
        step("return", "SUBMITTED", WORDS);
        step("push", "APPROVED", null);
        step("recall", "PUSHED", null);
        step("revision", "APPROVED", null);
        step("answer", "ASKED", WORDS);
        step("release", "DECLINED", null);
        ALL.remove("POST " + DESK + "/plan/{unit}/submission");
    }

    static {
        String note = "/withdrawal/acknowledgement";
        ALL.put("POST " + DESK + note, s -> calledOff(s, DESK + note).form(Map.of()));
        ALL.put("POST " + API + note, s -> calledOff(s, API + note));
        form("/relevel", "RUNNING");
        json("/relevel", "RUNNING");
        ALL.put("POST " + DESK + "/plan/{unit}/changes", s -> revised(s, DESK + "/plan/{unit}/changes")
                .form(Map.of("edition", "1")));
        ALL.put(
                "POST " + API + "/plans/{unit}/editions/{edition}/acknowledgement",
                s -> revised(s, API + "/plans/{unit}/editions/1/acknowledgement"));
    }

    static {
        ALL.put("GET " + DESK + "/amendment", s -> out(s, DESK + "/amendment"));
        ALL.put("POST " + DESK + "/amendment", s -> {
            Map<String, String> typed = typed();
            typed.put("note", "样例");
            typed.put("titleZh", "样例（修订）");
            long id = campaign(s, "RUNNING");
            Rows.change("delete from campaign_audience where campaign_id = ? and audience <> 'ALL'", id);
            Call call = at(DESK + "/amendment", id, s).form(typed);
            return own(s) ? call : call.refusedWith(403);
        });
        for (String part : List.of("/approval", "/return")) {
            ALL.put("POST " + DESK + "/amendment" + part, s -> proposed(s, DESK + "/amendment" + part)
                    .form(Map.of("version", "1", "edition", "2", "reason", "样例")));
            ALL.put(
                    "POST " + API + "/editions/{edition}" + part,
                    s -> proposed(s, API + "/editions/2" + part).json(REASON).ifMatch(1));
        }
        ALL.put("GET " + API + "/editions/{edition}", s -> proposed(s, API + "/editions/2"));
        ALL.put(
                "PUT " + API + "/editions/{edition}",
                s -> out(s, API + "/editions/2").json(AMENDING).ifMatch(0));
        ALL.put("GET " + DESK + "/changes", s -> amended(s, DESK + "/changes"));
        ALL.put("POST " + DESK + "/changes", s -> amended(s, DESK + "/changes").form(Map.of("edition", "2")));
        ALL.put(
                "POST " + API + "/editions/{edition}/acknowledgement",
                s -> amended(s, API + "/editions/2/acknowledgement"));
    }

    static {
        String feeds = "/desk/campaigns/calendar/feeds";
        ALL.put("POST " + feeds, s -> {
            Call call = Call.to(feeds).form(Map.of("whose", "UNIT", "language", "ZH"));
            // Who stands in for somebody makes no link.
            return s.actor().substitution() != null ? call.refusedWith(403) : call;
        });
        ALL.put("POST " + feeds + "/{id}/renewal", s -> feed(s, "renewal"));
        ALL.put("POST " + feeds + "/{id}/revocation", s -> feed(s, "revocation"));
        ALL.put("GET /calendar/{token}.ics", s -> {
            long owner = s.officer();
            return Call.to("/calendar/" + link(owner, s.assignmentOf(owner)).token() + ".ics");
        });
    }

    private record Link(long id, String token) {}

    private static Link link(long owner, long assignment) throws SQLException {
        String token = "sampleFeed" + "%033d".formatted(System.nanoTime());
        long id = Rows.number(
                "insert into calendar_feed (account_id, org_path, assignment_id, whose, language, token_hash) select id,"
                        + " org_path, ?, 'UNIT', 'ZH', sha256(convert_to(?, 'UTF8')) from account where id = ? returning id",
                assignment,
                token,
                owner);
        return new Link(id, token);
    }

    /** One of his own in every other unit. */
    private static Call feed(Situation s, String step) throws SQLException {
        boolean own = s.actor().role() != null && s.is("HOUSE");
        long owner = own ? s.actor().account() : s.person();
        long assignment = own ? s.assignmentOf(owner) : s.assignment(owner);
        return Call.to("/desk/campaigns/calendar/feeds/"
                        + link(owner, assignment).id() + "/" + step)
                .form(Map.of())
                .ownedBy(owner);
    }

    private CampaignSamples() {}

    private static void form(String part, String status) {
        Map<String, String> fields = Map.of("version", "0", "reason", "样例", "offered", "true");
        ALL.put(
                "POST " + DESK + part,
                s -> (status.equals("RUNNING") ? out(s, DESK + part) : hidden(s, DESK + part, status)).form(fields));
    }

    private static void json(String part, String status) {
        ALL.put(
                "POST " + API + part,
                s -> (status.equals("RUNNING") ? out(s, API + part) : hidden(s, API + part, status)).ifMatch(0));
    }

    private static void step(String step, String status, @org.jspecify.annotations.Nullable String body) {
        String desk = DESK + "/plan/{unit}/" + step;
        String api = API + "/plans/{unit}/" + step;
        boolean issuer = step.equals("answer") || step.equals("release");
        ALL.put("POST " + desk, s -> (issuer ? plan(s, desk, status) : minePlan(s, desk, status))
                .form(Map.of("version", "0", "words", "样例")));
        ALL.put("POST " + api, s -> {
            Call call = (issuer ? plan(s, api, status) : minePlan(s, api, status)).ifMatch(0);
            return body == null ? call : call.json(body);
        });
    }

    private static Map<String, String> typed() {
        LocalDate today = Situation.today();
        Map<String, String> fields = new HashMap<>(Map.of(
                "titleZh", "样例",
                "purposeZh", "样例",
                "startsOn", today.toString(),
                "endsOn", today.plusDays(90).toString(),
                "acknowledgeBy", today.plusDays(7).toString(),
                "target", "ALL",
                "districts", "5300",
                "audiences", "ALL",
                "version", "0"));
        fields.put("allTextZh", "样例");
        fields.put("allExpected", "80");
        fields.put("allStrength", "ONE_TO_ONE");
        return fields;
    }

    private static Call at(String path, long id, Situation s) throws SQLException {
        return Call.to(path.replace("{id}", Long.toString(id)).replace("{unit}", s.unit()))
                .about(s.path());
    }

    private static boolean own(Situation s) throws SQLException {
        return s.path().equals(s.actor().path());
    }

    /** One that is out, known to its unit, above and below. */
    private static Call known(Situation s, String path) throws SQLException {
        long id = campaign(s, "RUNNING");
        if (path.endsWith("/end")) {
            Rows.change("update campaign set starts_on = china_day() - 90, ends_on = china_day() - 1 where id = ?", id);
        }
        if (path.endsWith("/relevel")) {
            Rows.change("update campaign set rule_edition = 2 where id = ?", id);
        }
        return at(path, id, s);
    }

    /** One that is out: who stands above reads it and changes nothing. */
    private static Call out(Situation s, String path) throws SQLException {
        Call call = known(s, path);
        return own(s) ? call : call.refusedWith(403);
    }

    /** One that is not out, of which nobody knows outside its unit. */
    private static Call hidden(Situation s, String path, String status) throws SQLException {
        Call call = at(path, campaign(s, status), s);
        return own(s) ? call : call.refusedWith(404);
    }

    private static Call proposed(Situation s, String path) throws SQLException {
        long id = campaign(s, "RUNNING");
        edition(s, id, 2, "PROPOSED");
        Call call = at(path, id, s);
        return own(s) ? call : call.refusedWith(403);
    }

    /** Amended since the caller's unit took note of it, if it has to do with it at all. */
    private static Call amended(Situation s, String path) throws SQLException {
        long id = campaign(s, "RUNNING");
        edition(s, id, 2, "IN_FORCE");
        Rows.change("update campaign set edition = 2 where id = ?", id);
        String actor = s.actor().path();
        if (!own(s) && (actor.startsWith(s.path()) || s.path().startsWith(actor))) {
            Rows.change(
                    "insert into campaign_plan (campaign_id, unit_id, org_path, status, acknowledged_edition)"
                            + " select ?, id, org_path, 'ACKNOWLEDGED', 1 from unit where org_path = ?",
                    id,
                    actor);
        }
        return at(path, id, s);
    }

    /** The plan of the unit in a directive; handed down, where the status is PUSHED or it is read from below. */
    private static Call plan(Situation s, String path, String status) throws SQLException {
        boolean read = path.endsWith("{unit}") && status.equals("APPROVED");
        return at(path, planned(s, status.equals("PUSHED") ? "APPROVED" : status, read || status.equals("PUSHED")), s);
    }

    private static long planned(Situation s, String status, boolean pushed) throws SQLException {
        long author = s.person();
        long id = Rows.number(
                "insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, acknowledge_by,"
                        + " status, frozen_at, issued_at, author_id) select id, org_path, 'DIRECTIVE', '样例', '样例',"
                        + " china_day(), china_day() + 90, china_day() + 7, 'RUNNING', now(), now(), ? from unit"
                        + " where code = '0000' returning id",
                author);
        audiences(id);
        Rows.change(
                "insert into campaign_plan (campaign_id, unit_id, org_path, status, regional_zh, submitted_by, pushed_at)"
                        + " values (?, ?, ?, ?, '样例', ?, case when ? then now() end)",
                id,
                s.unitId(),
                s.path(),
                status,
                author,
                pushed);
        // A district knows of what its houses have to do with.
        Rows.change(
                "insert into campaign_plan (campaign_id, unit_id, org_path) select ?, p.id, p.org_path from unit u"
                        + " join unit p on p.id = u.parent_id where u.id = ? and u.kind = 'HOUSE'",
                id,
                s.unitId());
        return id;
    }

    private static boolean related(Situation s) throws SQLException {
        String actor = s.actor().path();
        return !actor.isEmpty() && (actor.startsWith(s.path()) || s.path().startsWith(actor));
    }

    /** Called off, and the caller's unit, if it has to do with it at all, has not taken note. */
    private static Call calledOff(Situation s, String path) throws SQLException {
        long id = planned(s, "APPROVED", true);
        if (related(s)) {
            Rows.change(
                    "insert into campaign_plan (campaign_id, unit_id, org_path) select ?, id, org_path from unit"
                            + " where org_path = ? on conflict do nothing",
                    id,
                    s.actor().path());
        }
        Rows.change("update campaign set status = 'WITHDRAWN', reason = '样例' where id = ?", id);
        return at(path, id, s);
    }

    /** Revised since the caller's house, if it has to do with it at all, took note of the plan. */
    private static Call revised(Situation s, String path) throws SQLException {
        long id = planned(s, "APPROVED", true);
        if (related(s)) {
            Rows.change(
                    "insert into campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, status,"
                            + " acknowledged_edition, plan_edition) select p.id, p.campaign_id, u.id, u.org_path, 1,"
                            + " 'PUSHED', 1, 0 from campaign_plan p, unit u where p.campaign_id = ? and p.unit_id = ?"
                            + " and u.org_path = ?",
                    id,
                    s.unitId(),
                    s.actor().path());
        }
        return at(path, id, s);
    }

    /** As {@link #plan}: who stands above reads it and changes nothing. */
    private static Call minePlan(Situation s, String path, String status) throws SQLException {
        Call call = plan(s, path, status);
        return own(s) ? call : call.refusedWith(403);
    }

    static long campaign(Situation s, String status) throws SQLException {
        long author = s.person();
        long id = Rows.number(
                "insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, acknowledge_by,"
                        + " status, frozen_at, author_id, submitted_by, submitted_as) values (?, ?, ?, '样例', '样例',"
                        + " china_day(), china_day() + 90, china_day() + 7, ?, case when ? then now() end, ?, ?, ?)"
                        + " returning id",
                s.unitId(),
                s.path(),
                s.is("GACC") ? "DIRECTIVE" : "OWN",
                status,
                status.equals("RUNNING"),
                author,
                author,
                role(s));
        audiences(id);
        Rows.change(
                "insert into campaign_plan (campaign_id, unit_id, org_path, status, acknowledged_edition, pushed_at)"
                        + " values (?, ?, ?, 'ACKNOWLEDGED', 1, now())",
                id,
                s.unitId(),
                s.path());
        if (status.equals("RUNNING")) {
            edition(s, id, 1, "IN_FORCE");
        }
        return id;
    }

    /** The role in which the caller would submit, so that he may approve what another did. */
    static @org.jspecify.annotations.Nullable String role(Situation s) {
        Role role = s.actor().role();
        return role == null ? null : role.name();
    }

    private static void audiences(long campaign) throws SQLException {
        Rows.change(
                "insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)"
                        + " select ?, a, '样例', 80, 'ONE_TO_ONE' from unnest(array['ALL', 'PROSPECTIVE', 'AEO']) a",
                campaign);
    }

    private static void edition(Situation s, long campaign, int edition, String status) throws SQLException {
        Rows.change(
                "insert into campaign_edition (campaign_id, edition, content, status, submitted_by, submitted_as)"
                        + " values (?, ?, cast(? as jsonb), ?, ?, ?)",
                campaign,
                edition,
                Cascade.content("样例", 50 + edition),
                status,
                s.person(),
                role(s));
    }
}
