package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Rows;

/** Requests about the registry: facts, grades, journey, contact persons, partner organisations. */
final class RegistrySamples {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PERSON =
            "{\"nameZh\":\"样例\",\"role\":\"OTHER\",\"language\":\"ZH\",\"purpose\":\"OUTREACH\","
                    + "\"legalBasis\":\"STATUTORY_DUTY\"}";
    private static final Map<String, String> PERSON_FORM = Map.of(
            "nameZh", "样例", "role", "OTHER", "language", "ZH", "purpose", "OUTREACH", "legalBasis", "STATUTORY_DUTY");
    private static final String PARTNER = "{\"kind\":\"CHAMBER\",\"nameZh\":\"样例商会\",\"economy\":\"CN\"}";
    private static final Map<String, String> PARTNER_FORM =
            Map.of("kind", "CHAMBER", "nameZh", "样例商会", "economy", "CN");

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        ALL.put("POST /api/v1/enterprises", s -> Call.to("/api/v1/enterprises")
                .json("{\"nameZh\":\"" + Situation.unique("样例企业") + "\",\"customsCode\":\"" + code() + "\",\"unitId\":"
                        + unitOf(s) + "}"));
        ALL.put("POST /api/v1/enterprises/registered", s -> Call.to("/api/v1/enterprises/registered")
                .json("{\"code\":\"9997000000\"}"));
        for (String part : new String[] {"facts", "former", "grades", "journey", "people"}) {
            ALL.put("GET /api/v1/enterprises/{id}/" + part, s -> rest(s, "/" + part));
        }
        ALL.put("PUT /api/v1/enterprises/{id}/facts", s -> rest(s, "/facts")
                .json("{\"customsCode\":\"" + code() + "\"}")
                .ifMatch(0));
        ALL.put("PUT /api/v1/enterprises/{id}/name", s -> rest(s, "/name")
                .json("{\"nameZh\":\"样例新名\",\"validFrom\":\"" + Situation.today() + "\"}")
                .ifMatch(0));
        ALL.put("POST /api/v1/enterprises/{id}/transfer", s -> rest(s, "/transfer")
                .json("{\"unitId\":" + elsewhere() + ",\"from\":\"" + Situation.today() + "\",\"reason\":\"样例\"}")
                .ifMatch(0));
        ALL.put("POST /api/v1/enterprises/{id}/grades", s -> rest(s, "/grades")
                .json("{\"grade\":\"CE\",\"from\":\"" + Situation.today() + "\",\"ground\":\"样例\"}")
                .ifMatch(0));
        ALL.put("POST /api/v1/enterprises/{id}/grades/past", s -> rest(s, "/grades/past")
                .json("{\"grade\":\"GCE\",\"from\":\"2016-01-01\",\"to\":\"2017-01-01\"}")
                .ifMatch(0));
        ALL.put("POST /api/v1/enterprises/{id}/journey", s -> rest(s, "/journey")
                .json("{\"step\":\"CONTACTED\",\"happenedOn\":\"" + Situation.today() + "\"}")
                .ifMatch(0));
        ALL.put("POST /api/v1/enterprises/journey/{id}/retraction", s -> Call.to(
                        "/api/v1/enterprises/journey/" + step(s) + "/retraction")
                .json("{\"reason\":\"样例\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST /api/v1/enterprises/journey/{id}/files", s -> Call.to(
                        "/api/v1/enterprises/journey/" + step(s) + "/files")
                .body("application/pdf", "%PDF-1.7 sample")
                .about(s.path()));
        ALL.put("POST /api/v1/enterprises/{id}/people", s -> rest(s, "/people").json(PERSON));
    }

    static {
        ALL.put("POST /desk/enterprises/new", s -> Call.to("/desk/enterprises/new")
                .form(Map.of("nameZh", Situation.unique("样例企业"), "customsCode", code(), "unitId", unitOf(s))));
        ALL.put("POST /desk/enterprises/registered", s -> Call.to("/desk/enterprises/registered")
                .form(Map.of("code", "9997000000")));
        for (String part :
                new String[] {"people", "people/new", "grade", "journey", "particulars", "name", "transfer"}) {
            ALL.put("GET /desk/enterprises/{id}/" + part, s -> desk(s, "/" + part));
        }
        ALL.put("POST /desk/enterprises/{id}/particulars", s -> desk(s, "/particulars")
                .form(Map.of("customsCode", code(), "version", "0")));
        ALL.put("POST /desk/enterprises/{id}/name", s -> desk(s, "/name")
                .form(Map.of("nameZh", "样例新名", "validFrom", today(), "version", "0")));
        ALL.put("POST /desk/enterprises/{id}/transfer", s -> desk(s, "/transfer")
                .form(Map.of("unitId", elsewhere(), "from", today(), "reason", "样例", "version", "0")));
        ALL.put("POST /desk/enterprises/{id}/grade", s -> desk(s, "/grade")
                .form(Map.of("grade", "CE", "from", today(), "ground", "样例", "version", "0")));
        ALL.put("POST /desk/enterprises/{id}/grade/past", s -> desk(s, "/grade/past")
                .form(Map.of("grade", "GCE", "from", "2016-01-01", "to", "2017-01-01", "version", "0")));
        ALL.put("POST /desk/enterprises/{id}/journey", s -> desk(s, "/journey")
                .body(
                        "multipart/form-data; boundary=sample",
                        part("step", "CONTACTED") + part("happenedOn", today()) + part("version", "0")
                                + "--sample--\r\n"));
        ALL.put("POST /desk/enterprises/journey/{id}/retraction", s -> Call.to(
                        "/desk/enterprises/journey/" + step(s) + "/retraction")
                .form(Map.of("reason", "样例", "version", "0"))
                .about(s.path()));
        ALL.put("POST /desk/enterprises/{id}/people/new", s -> desk(s, "/people/new")
                .form(PERSON_FORM));
    }

    static {
        ALL.put("GET /api/v1/contacts/{id}", s -> contact(s, "/api/v1", ""));
        ALL.put(
                "PUT /api/v1/contacts/{id}",
                s -> contact(s, "/api/v1", "").json(PERSON).ifMatch(0));
        ALL.put(
                "POST /api/v1/contacts/{id}/end",
                s -> contact(s, "/api/v1", "/end").json("{\"reason\":\"样例\"}").ifMatch(0));
        ALL.put("POST /api/v1/contacts/{id}/withdrawal", s -> contact(s, "/api/v1", "/withdrawal")
                .json("{\"withdrawnOn\":\"" + today() + "\"}")
                .ifMatch(0));
        ALL.put("GET /desk/contacts/{id}", s -> contact(s, "/desk", ""));
        ALL.put("POST /desk/contacts/{id}", s -> contact(s, "/desk", "").form(with(PERSON_FORM)));
        ALL.put("POST /desk/contacts/{id}/end", s -> contact(s, "/desk", "/end")
                .form(Map.of("reason", "样例", "version", "0")));
        ALL.put("POST /desk/contacts/{id}/mail-again", s -> barred(contact(s, "/desk", "/mail-again"))
                .form(Map.of()));
        ALL.put("POST /desk/contacts/{id}/withdrawal", s -> contact(s, "/desk", "/withdrawal")
                .form(Map.of("withdrawnOn", today(), "version", "0")));
        ALL.put("POST /api/v1/partners", s -> Call.to("/api/v1/partners").json(PARTNER));
        ALL.put("POST /desk/partners/new", s -> Call.to("/desk/partners/new").form(PARTNER_FORM));
        ALL.put("GET /api/v1/partners/{id}", s -> partner(s, "/api/v1", ""));
        ALL.put(
                "PUT /api/v1/partners/{id}",
                s -> partner(s, "/api/v1", "").json(PARTNER).ifMatch(0));
        ALL.put("POST /api/v1/partners/{id}/end", s -> partner(s, "/api/v1", "/end")
                .ifMatch(0));
        ALL.put("GET /api/v1/partners/{id}/people", s -> partner(s, "/api/v1", "/people"));
        ALL.put("POST /api/v1/partners/{id}/people", s -> partner(s, "/api/v1", "/people")
                .json(PERSON));
        for (String part : new String[] {"", "/particulars", "/people/new"}) {
            ALL.put("GET /desk/partners/{id}" + part, s -> partner(s, "/desk", part));
        }
        ALL.put("POST /desk/partners/{id}/particulars", s -> partner(s, "/desk", "/particulars")
                .form(with(PARTNER_FORM)));
        ALL.put("POST /desk/partners/{id}/end", s -> partner(s, "/desk", "/end").form(Map.of("version", "0")));
        ALL.put("POST /desk/partners/{id}/people/new", s -> partner(s, "/desk", "/people/new")
                .form(PERSON_FORM));
    }

    private RegistrySamples() {}

    private static Call rest(Situation s, String part) throws SQLException {
        return Call.to("/api/v1/enterprises/" + EnterpriseSamples.newEnterprise(s) + part)
                .about(s.path());
    }

    private static Call desk(Situation s, String part) throws SQLException {
        return Call.to("/desk/enterprises/" + EnterpriseSamples.newEnterprise(s) + part)
                .about(s.path());
    }

    private static Map<String, String> with(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("version", "0");
        return all;
    }

    private static String part(String name, String value) {
        return "--sample\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String today() {
        return Situation.today().toString();
    }

    /** A customs code no enterprise has. */
    static String code() {
        return "9996%06d".formatted(COUNT.incrementAndGet());
    }

    /** The unit the caller acts in. */
    private static String unitOf(Situation s) throws SQLException {
        String path = s.actor().path().isEmpty() ? s.path() : s.actor().path();
        return Rows.one("select id from unit where org_path = ?", path).text("id");
    }

    /** A house no sample enterprise is registered with. */
    private static String elsewhere() throws SQLException {
        return Rows.one("select min(id) as id from unit where kind = 'HOUSE' and closed_on is null"
                        + " and code not in ('5304', '5316', '2210')")
                .text("id");
    }

    /** The last step of a new enterprise. */
    private static long step(Situation s) throws SQLException {
        long id = EnterpriseSamples.newEnterprise(s);
        Rows.change("update enterprise set journey_step = 'CONTACTED' where id = ?", id);
        return Rows.number(
                "insert into journey_entry (enterprise_id, unit_id, org_path, step, from_step, happened_on, unit_then,"
                        + " account_id) select id, unit_id, org_path, 'CONTACTED', 'PROSPECT', ?, unit_id,"
                        + " (select min(id) from account) from enterprise where id = ? returning id",
                Situation.today(),
                id);
    }

    private static Call contact(Situation s, String root, String part) throws SQLException {
        long id = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis, consent_on,"
                        + " consent_wording_id) select id, unit_id, org_path, '样例', 'OUTREACH', 'CONSENT', ?, 1"
                        + " from enterprise where id = ? returning id",
                Situation.today().minusDays(3),
                EnterpriseSamples.newEnterprise(s));
        return Call.to(root + "/contacts/" + id + part).about(s.path());
    }

    /** The same when the mail server knows nothing of his address. */
    private static Call barred(Call call) throws SQLException {
        String[] path = call.path().split("/");
        long id = Long.parseLong(path[3]);
        String address = "barred" + id + "@example.test";
        Rows.change("update contact_person set mail = ? where id = ?", address, id);
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason) values (?, '0000.', 'BOUNCED', '样例')"
                        + " on conflict do nothing",
                address);
        return call;
    }

    private static Call partner(Situation s, String root, String part) throws SQLException {
        long id = Rows.number(
                "insert into partner_organisation (kind, unit_id, org_path, name_zh) values ('ACADEMIA', ?, ?, '样例院校')"
                        + " returning id",
                s.unitId(),
                s.path());
        return Call.to(root + "/partners/" + id + part).about(s.path());
    }
}
