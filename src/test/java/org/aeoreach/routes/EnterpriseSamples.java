package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;

/** Requests about enterprises: their users, delegations and claims. */
final class EnterpriseSamples {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String REASON = "{\"reason\":\"样例\"}";
    private static final String RIGHTS = "[\"ASK\"]";

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        ALL.put("GET /api/v1/enterprises/{id}", s -> enterprise(s, ""));
        ALL.put("GET /api/v1/enterprises/{id}/users", s -> enterprise(s, "/users"));
        ALL.put("GET /api/v1/enterprises/{id}/delegations", s -> enterprise(s, "/delegations"));
        ALL.put(
                "POST /api/v1/enterprises/{id}/suspension",
                s -> enterprise(s, "/suspension").json(REASON).ifMatch(0));
        ALL.put("POST /api/v1/enterprises/{id}/resumption", EnterpriseSamples::resume);
        ALL.put("POST /api/v1/enterprises/users/{id}/revocation", s -> Call.to(
                        "/api/v1/enterprises/users/" + member(s, newEnterprise(s)) + "/revocation")
                .json(REASON)
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST /api/v1/enterprises/delegations/{id}/revocation", s -> Call.to("/api/v1/enterprises/delegations/"
                        + delegation(newEnterprise(s), "sample@example.test") + "/revocation")
                .json(REASON)
                .ifMatch(0)
                .about(s.path()));
        ALL.put("GET /api/v1/enterprises/claims/{id}", s -> Call.to("/api/v1/enterprises/claims/" + claim(s))
                .about(s.path()));
        ALL.put("PUT /api/v1/enterprises/claims/{id}/decision", s -> Call.to(
                        "/api/v1/enterprises/claims/" + claim(s) + "/decision")
                .json("{\"verdict\":\"CONFIRM\",\"checked\":\"COUNTER\",\"note\":\"本人到窗口出示证件\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST /api/v1/my/users", s -> Call.to("/api/v1/my/users")
                .json("{\"nameZh\":\"样例\",\"mail\":\"" + address() + "\",\"language\":\"ZH\",\"rights\":" + RIGHTS
                        + "}"));
        ALL.put("GET /api/v1/my/users/{id}", EnterpriseSamples::user);
        ALL.put("PUT /api/v1/my/users/{id}", s -> user(s).json("{\"rights\":" + RIGHTS + "}")
                .ifMatch(0));
        ALL.put("DELETE /api/v1/my/users/{id}", s -> user(s).ifMatch(0));
        ALL.put("POST /api/v1/my/delegations", s -> Call.to("/api/v1/my/delegations")
                .json("{\"name\":\"样例\",\"mail\":\"" + address() + "\",\"language\":\"ZH\",\"rights\":" + RIGHTS
                        + ",\"firstDay\":\"" + Situation.today() + "\",\"lastDay\":\""
                        + Situation.today().plusDays(9) + "\"}"));
        ALL.put("GET /api/v1/my/delegations/{id}", EnterpriseSamples::given);
        ALL.put("DELETE /api/v1/my/delegations/{id}", s -> given(s).ifMatch(0));
        ALL.put("POST /api/v1/my/representations/{id}/acceptance", s -> held(s, "/acceptance"));
        ALL.put("DELETE /api/v1/my/representations/{id}", s -> held(s, "").ifMatch(0));
    }

    static {
        ALL.put("POST /portal/claim", s -> Call.to("/portal/claim").form(application("9999000000")));
        ALL.put("GET /portal/claim/{token}", s -> Call.to("/portal/claim/" + link("CLAIM", claim(s))));
        ALL.put("POST /portal/claim/{token}", s -> Call.to("/portal/claim/" + link("CLAIM", claim(s)))
                .form(Map.of("verdict", "CONFIRM")));
        ALL.put("GET /portal/delegation/{token}", s -> Call.to(offered(s)));
        ALL.put("POST /portal/delegation/{token}", s -> Call.to(offered(s)).form(Map.of()));
        ALL.put("POST /portal/my/users/new", s -> Call.to("/portal/my/users/new")
                .form(Map.of("nameZh", "样例", "mail", address(), "language", "ZH", "rights", "ASK")));
        ALL.put("GET /portal/my/users/{id}", s -> page(user(s)));
        ALL.put("POST /portal/my/users/{id}", s -> page(user(s)).form(Map.of("rights", "ASK", "version", "0")));
        ALL.put("POST /portal/my/users/{id}/end", s -> page(user(s), "/end").form(Map.of("version", "0")));
        ALL.put("POST /portal/my/delegations/new", s -> Call.to("/portal/my/delegations/new")
                .form(Map.of(
                        "name",
                        "样例",
                        "mail",
                        address(),
                        "language",
                        "EN",
                        "rights",
                        "ASK",
                        "firstDay",
                        Situation.today().toString(),
                        "lastDay",
                        Situation.today().plusDays(9).toString())));
        ALL.put("GET /portal/my/delegations/{id}", s -> page(given(s)));
        ALL.put("POST /portal/my/delegations/{id}/revocation", s -> page(given(s), "/revocation")
                .form(Map.of("version", "0")));
        ALL.put("GET /portal/my/representations/{id}", s -> page(held(s, "")));
        ALL.put("POST /portal/my/representations/{id}", s -> page(held(s, "")).form(Map.of()));
        ALL.put("POST /portal/my/representations/{id}/return", s -> page(held(s, "/return"))
                .form(Map.of("version", "0")));
        for (String part : new String[] {"", "/users", "/delegations", "/claims"}) {
            ALL.put("GET /desk/enterprises/{id}" + part, s -> Call.to("/desk/enterprises/" + newEnterprise(s) + part)
                    .about(s.path()));
        }
        ALL.put("POST /desk/enterprises/{id}/suspension", s -> reasoned(s, "/" + newEnterprise(s) + "/suspension"));
        ALL.put("POST /desk/enterprises/{id}/resumption", s -> {
            long id = newEnterprise(s);
            Rows.change("update enterprise set suspended_at = now() where id = ?", id);
            return reasoned(s, "/" + id + "/resumption");
        });
        ALL.put("GET /desk/enterprises/users/{id}", s -> Call.to(
                        "/desk/enterprises/users/" + member(s, newEnterprise(s)))
                .about(s.path()));
        ALL.put(
                "POST /desk/enterprises/users/{id}/revocation",
                s -> reasoned(s, "/users/" + member(s, newEnterprise(s)) + "/revocation"));
        ALL.put("GET /desk/enterprises/delegations/{id}", s -> Call.to(
                        "/desk/enterprises/delegations/" + delegation(newEnterprise(s), address()))
                .about(s.path()));
        ALL.put(
                "POST /desk/enterprises/delegations/{id}/revocation",
                s -> reasoned(s, "/delegations/" + delegation(newEnterprise(s), address()) + "/revocation"));
        ALL.put("GET /desk/enterprises/claims/{id}", s -> Call.to("/desk/enterprises/claims/" + claim(s))
                .about(s.path()));
        ALL.put("POST /desk/enterprises/claims/{id}", s -> Call.to("/desk/enterprises/claims/" + claim(s))
                .form(Map.of("verdict", "REFUSE", "checked", "CALL", "note", "号码无人接听", "version", "0"))
                .about(s.path()));
    }

    private EnterpriseSamples() {}

    static Map<String, String> application(String code) {
        return Map.of("customsCode", code, "name", "样例", "mail", address(), "language", "ZH", "statement", "样例");
    }

    private static String offered(Situation s) throws SQLException {
        return "/portal/delegation/" + link("DELEGATION", delegation(newEnterprise(s), address()));
    }

    private static Call reasoned(Situation s, String part) throws SQLException {
        return Call.to("/desk/enterprises" + part)
                .form(Map.of("reason", "样例", "version", "0"))
                .about(s.path());
    }

    /** The page of what the REST call is about. */
    private static Call page(Call rest) {
        return page(rest, "");
    }

    private static Call page(Call rest, String part) {
        return Call.to(rest.path().replace("/api/v1/my", "/portal/my") + part).ownedBy(rest.owner());
    }

    private static String address() {
        return "sample." + COUNT.incrementAndGet() + "@enterprise.test";
    }

    private static Call enterprise(Situation s, String part) throws SQLException {
        return Call.to("/api/v1/enterprises/" + newEnterprise(s) + part).about(s.path());
    }

    private static Call resume(Situation s) throws SQLException {
        long id = newEnterprise(s);
        Rows.change("update enterprise set suspended_at = now() where id = ?", id);
        return Call.to("/api/v1/enterprises/" + id + "/resumption")
                .json(REASON)
                .ifMatch(0)
                .about(s.path());
    }

    private static Call user(Situation s) throws SQLException {
        long enterprise = s.enterprise();
        return Call.to("/api/v1/my/users/" + member(s, enterprise)).ownedBy(enterprise);
    }

    private static Call given(Situation s) throws SQLException {
        long enterprise = s.enterprise();
        return Call.to("/api/v1/my/delegations/" + delegation(enterprise, address()))
                .ownedBy(enterprise);
    }

    /** Offered to the caller himself where the unit is 5304, elsewhere to somebody else. */
    private static Call held(Situation s, String part) throws SQLException {
        boolean own = s.unit().equals("5304");
        String mail = own && s.actor().account() > 0
                ? Rows.one("select mail from account where id = ?", s.actor().account())
                        .text("mail")
                : address();
        return Call.to("/api/v1/my/representations/" + delegation(newEnterprise(s), mail) + part)
                .ownedBy(own ? s.actor().account() : -1);
    }

    /** A new enterprise registered with the unit; nobody acts for it. */
    static long newEnterprise(Situation s) throws SQLException {
        return Rows.number(
                "insert into enterprise (name_zh, name_en, unit_id, org_path, customs_code, mail_on_file)"
                        + " values ('样例企业', 'Sample enterprise', ?, ?, ?, 'office@enterprise.test') returning id",
                s.unitId(),
                s.path(),
                "9999" + "%06d".formatted(COUNT.incrementAndGet()));
    }

    /** A new user of the enterprise. */
    static long member(Situation s, long enterprise) throws SQLException {
        String mail = address();
        long account = Rows.number(
                "insert into account (kind, login, name_zh, name_en, mail, unit_id, org_path, enterprise_id)"
                        + " select 'ENTERPRISE', ?, '样例', 'Sample', ?, unit_id, org_path, id from enterprise"
                        + " where id = ? returning id",
                mail,
                mail,
                enterprise);
        return Rows.number(
                "insert into enterprise_member (enterprise_id, unit_id, org_path, account_id, name_zh, mail, rights,"
                        + " valid_from) select id, unit_id, org_path, ?, '样例', ?, 'ASK', ? from enterprise where id = ?"
                        + " returning id",
                account,
                mail,
                Situation.today(),
                enterprise);
    }

    static long delegation(long enterprise, String mail) throws SQLException {
        return Rows.number(
                "insert into delegation (enterprise_id, unit_id, org_path, enterprise_zh, representative_name,"
                        + " representative_mail, language, rights, first_day, last_day) select id, unit_id, org_path,"
                        + " name_zh, '样例', ?, 'zh', 'ASK', ?, ? from enterprise where id = ? returning id",
                mail,
                Situation.today(),
                Situation.today().plusDays(30),
                enterprise);
    }

    /** A claim to a new enterprise. */
    static long claim(Situation s) throws SQLException {
        return Rows.number(
                "insert into enterprise_claim (enterprise_id, unit_id, org_path, name, mail, language, statement, way)"
                        + " select id, unit_id, org_path, '样例', ?, 'zh', '样例', 'OFFICER' from enterprise where id = ?"
                        + " returning id",
                address(),
                newEnterprise(s));
    }

    /** The token of a link that can be used. */
    static String link(String purpose, long record) throws SQLException {
        String token = "sample-link-" + "%031d".formatted(COUNT.incrementAndGet());
        Rows.change(
                "insert into enterprise_link (token_hash, purpose, record_id, expires_at)"
                        + " values (?, ?, ?, now() + interval '1 day')",
                Digests.sha256(token),
                purpose,
                record);
        return token;
    }
}
