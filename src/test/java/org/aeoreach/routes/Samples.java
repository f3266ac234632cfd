package org.aeoreach.routes;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Units;
import org.jspecify.annotations.Nullable;

/**
 * A request for every route that succeeds for a caller who may make it. GET routes without parameters need none.
 * A sample gives null where the route has no record in such a unit.
 */
final class Samples {

    /** Makes a call in a situation. */
    interface Sample {
        @Nullable
        Call in(Situation situation) throws SQLException;
    }

    // A house that is there already, so that the job changes nothing.
    private static final String HOUSES = "code,name_zh,name_en,opened_on,source\n5304,蛇口海关,,,sample\n";
    private static final String PASTED =
            "--sample\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + HOUSES + "\r\n--sample--\r\n";

    private static final Map<String, Sample> ALL = new TreeMap<>();
    // These end or change the session they are made in.
    private static final Set<String> OWN_SESSION = Set.of(
            "POST /sign-out",
            "POST /acting",
            "POST /sign-in",
            "POST /sign-in/code",
            "POST /sign-in/password",
            "POST /me/password",
            "POST /me/sessions/end",
            "POST /me/sessions/{id}/end");

    static {
        IdentitySamples.addTo(ALL);
        ALL.put("POST /language", s -> Call.to("/language").form(Map.of("to", "zh", "next", "/portal")));
        ALL.putAll(EnterpriseSamples.ALL);
        ALL.putAll(LibrarySamples.ALL);
        ALL.putAll(LibrarySearchSamples.ALL);
        ALL.putAll(DuplicateSamples.ALL);
        ALL.putAll(TransferSamples.ALL);
        ALL.putAll(RegistrySamples.ALL);
        ALL.putAll(OutreachSamples.ALL);
        ALL.putAll(PortfolioSamples.ALL);
        ALL.putAll(ImportSamples.ALL);
        ALL.putAll(CampaignSamples.ALL);
        ALL.putAll(CoverageSamples.ALL);
        ALL.putAll(MailingSamples.ALL);
        ALL.putAll(WorkTimeSamples.ALL);
        ALL.putAll(ViewSamples.ALL);
        ALL.putAll(MailSamples.ALL);
        ALL.putAll(LevelSamples.ALL);
        ALL.putAll(DeskSamples.ALL);
        ALL.putAll(BatchSamples.ALL);
        ALL.putAll(InboundSamples.ALL);
        ALL.putAll(AskSamples.ALL);
        ALL.putAll(VenueSamples.ALL);
        ALL.putAll(TrainingSamples.ALL);
        ALL.putAll(SessionSamples.ALL);
        ALL.putAll(PlanSamples.ALL);
        ALL.put("POST /sign-in", s -> Call.to("/sign-in").form(Map.of("account", account("gacc.officer"))));
        ALL.put("POST /sign-out", s -> Call.to("/sign-out").form(Map.of()));
        ALL.put("POST /acting", s -> Call.to("/acting").form(s.actor().choice()));
        ALL.put("GET /desk/units/{id}", s -> Call.to("/desk/units/" + s.unitId()));
        for (String part : List.of("units", "history")) {
            ALL.put("GET /desk/units/{id}/" + part, s -> Call.to("/desk/units/" + s.unitId() + "/" + part));
        }
        for (String part : List.of("people", "timeline", "name", "houses", "closure", "merger")) {
            ALL.put("GET /desk/units/{id}/" + part, s -> Call.to("/desk/units/" + s.unitId() + "/" + part)
                    .about(s.path()));
        }
        ALL.put("POST /desk/units/{id}/name", Samples::renameByForm);
        ALL.put("GET /desk/people/{id}/roles", s -> Call.to("/desk/people/" + s.person() + "/roles")
                .about(s.path()));
        ALL.put("POST /desk/people/{id}/roles", Samples::grantByForm);
        ALL.put("GET /desk/roles/{id}", s -> Call.to("/desk/roles/" + s.assignment(s.person()))
                .about(s.path()));
        ALL.put("GET /desk/roles/{id}/end", s -> Call.to("/desk/roles/" + s.assignment(s.person()) + "/end")
                .about(s.path()));
        ALL.put("POST /desk/roles/{id}/end", s -> Call.to("/desk/roles/" + s.assignment(s.person()) + "/end")
                .form(Map.of("validTo", today()))
                .about(s.path()));
        ALL.put("POST /desk/substitutions", Samples::arrangeByForm);
        ALL.put("GET /desk/substitutions/{id}", s -> Call.to("/desk/substitutions/" + s.substitution())
                .about(s.path()));
        ALL.put("POST /desk/substitutions/{id}/end", Samples::endSubstitution);
        ALL.put("POST /desk/units/{id}/houses", Samples::openByForm);
        ALL.put("POST /desk/units/{id}/closure", Samples::closeByForm);
        ALL.put("POST /desk/units/{id}/merger", Samples::mergeByForm);
        ALL.put("GET /desk/people/{id}", s -> Call.to("/desk/people/" + s.person())
                .about(s.path()));
        ALL.put("GET /api/v1/customs-codes/{code}/unit", s -> Call.to("/api/v1/customs-codes/5304/unit"));
        ALL.put("GET /api/v1/units/{id}", s -> Call.to("/api/v1/units/" + s.unitId()));
        ALL.put("GET /api/v1/units/{id}/names", s -> Call.to("/api/v1/units/" + s.unitId() + "/names"));
        ALL.put("POST /api/v1/units", Samples::open);
        ALL.put("PUT /api/v1/units/{id}/name", Samples::rename);
        ALL.put("PUT /api/v1/units/{id}/closure", Samples::close);
        ALL.put("PUT /api/v1/units/{id}/merger", Samples::merge);
        ALL.put("GET /api/v1/people/{id}", s -> Call.to("/api/v1/people/" + s.person())
                .about(s.path()));
        ALL.put("POST /api/v1/people/{id}/roles", Samples::grant);
        ALL.put(
                "DELETE /api/v1/people/roles/{assignment}",
                s -> Call.to("/api/v1/people/roles/" + s.assignment(s.person())).about(s.path()));
        ALL.put("POST /api/v1/substitutions", Samples::arrange);
        ALL.put("GET /api/v1/substitutions/{id}", s -> Call.to("/api/v1/substitutions/" + s.substitution())
                .about(s.path()));
        ALL.put("DELETE /api/v1/substitutions/{id}", s -> Call.to("/api/v1/substitutions/" + s.substitution())
                .about(s.path()));
        ALL.put("GET /desk/mail/{id}", s -> Call.to("/desk/mail/" + s.mail()).about(s.path()));
        ALL.put("GET /desk/mail/{id}/body", s -> Call.to("/desk/mail/" + s.mail() + "/body")
                .about(s.path()));
        ALL.put(
                "POST /desk/mail/{id}/retry",
                s -> Call.to("/desk/mail/" + s.mail() + "/retry").form(Map.of()).about(s.path()));
        ALL.put("GET /api/v1/mail/{id}", s -> Call.to("/api/v1/mail/" + s.mail())
                .about(s.path()));
        ALL.put("POST /api/v1/mail/{id}/retry", s -> Call.to("/api/v1/mail/" + s.mail() + "/retry")
                .about(s.path()));
        ALL.put("GET /desk/mail/{id}/repetition", s -> Call.to("/desk/mail/" + s.mail() + "/repetition")
                .about(s.path()));
        ALL.put("POST /desk/mail/{id}/repetition", s -> Call.to("/desk/mail/" + s.sentMail() + "/repetition")
                .form(Map.of())
                .about(s.path()));
        ALL.put("POST /api/v1/mail/{id}/repetition", s -> Call.to("/api/v1/mail/" + s.sentMail() + "/repetition")
                .about(s.path()));
        ALL.put("GET /desk/jobs/{id}", s -> Call.to("/desk/jobs/" + s.job()).about(s.path()));
        ALL.put("GET /desk/jobs/{id}/progress", s -> Call.to("/desk/jobs/" + s.job() + "/progress")
                .about(s.path()));
        ALL.put("GET /files/{id}", s -> Call.to("/files/" + s.file()).about(s.path()));
        ALL.put("POST /markdown/preview", s -> Call.to("/markdown/preview?field=note")
                .form(Map.of("note", "**sample**")));
        ALL.put("GET /api/v1/jobs/{id}", s -> Call.to("/api/v1/jobs/" + s.job()).about(s.path()));
        ALL.put("POST /display", s -> Call.to("/display").form(Map.of("theme", "dark", "next", "/portal")));
        ALL.put("GET /desk/jobs/{id}/cancellation", s -> Call.to("/desk/jobs/" + s.job() + "/cancellation")
                .about(s.path()));
        ALL.put("POST /desk/jobs/{id}/cancellation", s -> cancel(s, "/desk/jobs/")
                .form(Map.of()));
        ALL.put("POST /api/v1/jobs/{id}/cancellation", s -> cancel(s, "/api/v1/jobs/"));
        ALL.put("POST /api/v1/me/tokens", s -> Call.to("/api/v1/me/tokens")
                .json("{\"name\":\"sample\",\"scope\":\"READ\",\"lastDay\":\""
                        + Situation.today().plusDays(30) + "\"}"));
        ALL.put("POST /me/tokens", Samples::makeByForm);
        // Nobody comes back who was not sent.
        ALL.put("GET /sign-in/provider/return", s -> Call.to("/sign-in/provider/return?code=x&state=x")
                .refusedWith(400));
        ALL.put("POST /desk/people/{id}/providers/{identity}/end", Samples::unbind);
        ALL.put("DELETE /api/v1/me/tokens/{id}", s -> revokeOwn(s, "/api/v1/me/tokens/", ""));
        ALL.put("POST /me/tokens/{id}/revocation", s -> revokeOwn(s, "/me/tokens/", "/revocation")
                .form(Map.of()));
        ALL.put("GET /desk/people/{id}/tokens", s -> tokensOf(s, "/desk/people/"));
        ALL.put("POST /desk/people/{id}/tokens/{token}/revocation", s -> revoke(s, "/desk/people/", "/revocation")
                .form(Map.of()));
        ALL.put("GET /api/v1/people/{id}/tokens", s -> tokensOf(s, "/api/v1/people/"));
        ALL.put("DELETE /api/v1/people/{id}/tokens/{token}", s -> revoke(s, "/api/v1/people/", ""));
        ALL.put("POST /desk/views", s -> Call.to("/desk/views")
                .form(Map.of("list", "units", "name", "sample " + System.nanoTime(), "query", "kind=HOUSE")));
        ALL.put("POST /desk/audit/verification", s -> Call.to("/desk/audit/verification")
                .form(Map.of()));
        ALL.put("POST /api/v1/audit/verification", s -> Call.to("/api/v1/audit/verification"));
        ALL.put("POST /api/v1/units/import", s -> Call.to("/api/v1/units/import")
                .body("text/csv", HOUSES));
        ALL.put("POST /desk/units/import", s -> Call.to("/desk/units/import")
                .body("multipart/form-data; boundary=sample", PASTED));
    }

    private Samples() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static boolean known(String route) {
        return ALL.containsKey(route) || (route.startsWith("GET ") && !route.contains("{"));
    }

    static Sample of(Route route) {
        return ALL.getOrDefault(route.name(), s -> Call.to(route.path()));
    }

    static boolean needsOwnSession(Route route) {
        return OWN_SESSION.contains(route.name());
    }

    private static String account(String login) {
        return Long.toString(org.aeoreach.testing.Caller.account(login));
    }

    /** A unit below the one of the situation, so that its people and houses stay as they are. */
    private static @Nullable Situation below(Situation s) throws SQLException {
        return s.is("HOUSE") ? null : new Situation(s.actor(), s.newUnit());
    }

    private static @Nullable Call renameByForm(Situation s) throws SQLException {
        Situation unit = below(s);
        return unit == null
                ? null
                : Call.to("/desk/units/" + unit.unitId() + "/name")
                        .form(Map.of(
                                "version",
                                Long.toString(unit.unitVersion()),
                                "nameZh",
                                "新名",
                                "nameEn",
                                "New name",
                                "validFrom",
                                Situation.today().toString()))
                        .about(unit.path());
    }

    private static @Nullable Call rename(Situation s) throws SQLException {
        // Of a house itself, so that a house's own administrator is tried too.
        Situation unit = s.is("HOUSE") ? s : below(s);
        return unit == null
                ? null
                : Call.to("/api/v1/units/" + unit.unitId() + "/name")
                        .json("{\"nameZh\":\"新名\",\"nameEn\":\"New name\",\"validFrom\":\"" + nextDay(unit) + "\"}")
                        .ifMatch(unit.unitVersion())
                        .about(unit.path());
    }

    /** The day after the present name began; a house is renamed by several callers. */
    private static String nextDay(Situation unit) throws SQLException {
        return org.aeoreach.testing.Rows.one(
                        "select coalesce(valid_from + 1, date '2001-01-01') as day from unit_name"
                                + " where unit_id = ? and valid_to is null",
                        unit.unitId())
                .text("day");
    }

    private static @Nullable Call close(Situation s) throws SQLException {
        Situation unit = below(s);
        return unit == null
                ? null
                : Call.to("/api/v1/units/" + unit.unitId() + "/closure")
                        .json("{\"closedOn\":\"" + Situation.today() + "\"}")
                        .ifMatch(unit.unitVersion())
                        .about(unit.path());
    }

    private static @Nullable Call closeByForm(Situation s) throws SQLException {
        Situation unit = below(s);
        return unit == null
                ? null
                : Call.to("/desk/units/" + unit.unitId() + "/closure")
                        .form(Map.of("version", Long.toString(unit.unitVersion()), "closedOn", today()))
                        .about(unit.path());
    }

    private static @Nullable Call mergeByForm(Situation s) throws SQLException {
        Situation unit = below(s);
        Situation successor = below(s);
        return unit == null || successor == null
                ? null
                : Call.to("/desk/units/" + unit.unitId() + "/merger")
                        .form(Map.of(
                                "version",
                                Long.toString(unit.unitVersion()),
                                "successorId",
                                Long.toString(successor.unitId()),
                                "from",
                                today()))
                        .about(unit.path());
    }

    private static String today() {
        return Situation.today().toString();
    }

    private static @Nullable Call openByForm(Situation s) throws SQLException {
        return s.is("DISTRICT")
                ? Call.to("/desk/units/" + s.unitId() + "/houses")
                        .form(Map.of("code", Units.freeCode(), "nameZh", "新关", "source", "sample"))
                        .about(s.path())
                : null;
    }

    private static @Nullable Call merge(Situation s) throws SQLException {
        Situation unit = below(s);
        Situation successor = below(s);
        return unit == null || successor == null
                ? null
                : Call.to("/api/v1/units/" + unit.unitId() + "/merger")
                        .json("{\"successorId\":" + successor.unitId() + ",\"from\":\"" + Situation.today() + "\"}")
                        .ifMatch(unit.unitVersion())
                        .about(unit.path());
    }

    private static @Nullable Call open(Situation s) throws SQLException {
        return s.is("DISTRICT")
                ? Call.to("/api/v1/units")
                        .json("{\"code\":\"" + Units.freeCode() + "\",\"nameZh\":\"新关\",\"districtId\":" + s.unitId()
                                + ",\"source\":\"sample\"}")
                        .about(s.path())
                : null;
    }

    private static Call grant(Situation s) throws SQLException {
        return Call.to("/api/v1/people/" + s.person() + "/roles")
                .json("{\"role\":\"" + s.role() + "\",\"unitId\":" + s.unitId() + ",\"validFrom\":\""
                        + Situation.today() + "\"}")
                .about(s.path());
    }

    private static Call unbind(Situation s) throws SQLException {
        long owner = s.person();
        return Call.to("/desk/people/" + owner + "/providers/" + s.externalIdentity(owner) + "/end")
                .form(Map.of())
                .about(s.path());
    }

    private static Call makeByForm(Situation s) throws SQLException {
        // Who stands in for somebody makes it for a role of his own.
        long role = s.actor().role() == null ? 1 : s.assignmentOf(s.actor().account());
        return Call.to("/me/tokens")
                .form(Map.of(
                        "name", "sample",
                        "scope", "READ",
                        "lifetime", "DAYS_30",
                        "assignmentId", Long.toString(role),
                        "formKey", java.util.UUID.randomUUID().toString()));
    }

    /** One of his own in every other unit. */
    private static Call revokeOwn(Situation s, String before, String after) throws SQLException {
        boolean own = s.actor().role() != null && s.is("HOUSE");
        long owner = own ? s.actor().account() : s.person();
        long assignment = own ? s.assignmentOf(owner) : s.assignment(owner);
        return Call.to(before + s.token(owner, assignment) + after).ownedBy(owner);
    }

    private static Call tokensOf(Situation s, String people) throws SQLException {
        long owner = s.person();
        s.token(owner, s.assignment(owner));
        return Call.to(people + owner + "/tokens").about(s.path());
    }

    private static Call revoke(Situation s, String people, String after) throws SQLException {
        long owner = s.person();
        return Call.to(people + owner + "/tokens/" + s.token(owner, s.assignment(owner)) + after)
                .about(s.path());
    }

    private static Call grantByForm(Situation s) throws SQLException {
        return Call.to("/desk/people/" + s.person() + "/roles")
                .form(Map.of("role", s.role(), "unitId", Long.toString(s.unitId()), "validFrom", today()))
                .about(s.path());
    }

    private static Call arrangeByForm(Situation s) throws SQLException {
        String day = Situation.freeDay().toString();
        Call call = Call.to("/desk/substitutions")
                .form(Map.of(
                        "assignmentId",
                        Long.toString(s.actor().assignment()),
                        "substituteId",
                        Long.toString(s.person()),
                        "firstDay",
                        day,
                        "lastDay",
                        day));
        return s.actor().substitution() == null ? call : call.refusedWith(400);
    }

    private static Call endSubstitution(Situation s) throws SQLException {
        Call call = Call.to("/desk/substitutions/" + s.substitution() + "/end")
                .form(Map.of())
                .about(s.path());
        return administrator(s) ? call : call.refusedWith(403);
    }

    private static boolean administrator(Situation s) {
        Role role = s.actor().role();
        return role == Role.UNIT_ADMINISTRATOR || role == Role.SYSTEM_ADMINISTRATOR;
    }

    private static Call cancel(Situation s, String jobs) throws SQLException {
        Call call = Call.to(jobs + s.job() + "/cancellation").about(s.path());
        // Administrators stop anybody's, everybody else only what he started himself.
        return administrator(s) ? call : call.refusedWith(403);
    }

    private static Call arrange(Situation s) throws SQLException {
        LocalDate day = Situation.freeDay();
        Call call = Call.to("/api/v1/substitutions")
                .json("{\"assignmentId\":" + s.actor().assignment() + ",\"substituteId\":" + s.person()
                        + ",\"firstDay\":\"" + day + "\",\"lastDay\":\"" + day + "\"}");
        // Who stands in for somebody may not pass that on.
        return s.actor().substitution() == null ? call : call.refusedWith(400);
    }
}
