package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** Requests about requests for transfers. */
final class TransferSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        ALL.put("POST /desk/transfer-requests/begun", s -> Call.to("/desk/transfer-requests/begun")
                .form(Map.of("code", "5304999901")));
        ALL.put("POST /desk/transfer-requests/new", TransferSamples::askByForm);
        ALL.put("POST /api/v1/transfer-requests", TransferSamples::ask);
        for (String root : new String[] {"/desk", "/api/v1"}) {
            ALL.put("GET " + root + "/transfer-requests/{id}", s -> Call.to(root + "/transfer-requests/" + asked(s))
                    .about(s.path()));
        }
        ALL.put("POST /desk/transfer-requests/{id}/acceptance", s -> Call.to(
                        "/desk/transfer-requests/" + given(s) + "/acceptance")
                .form(Map.of("from", Situation.today().toString(), "version", "0"))
                .about(s.path()));
        ALL.put("POST /desk/transfer-requests/{id}/refusal", s -> Call.to(
                        "/desk/transfer-requests/" + given(s) + "/refusal")
                .form(Map.of("answer", "样例", "version", "0"))
                .about(s.path()));
        ALL.put("POST /desk/transfer-requests/{id}/withdrawal", s -> Call.to(
                        "/desk/transfer-requests/" + asked(s) + "/withdrawal")
                .form(Map.of("version", "0"))
                .about(s.path()));
        ALL.put("POST /api/v1/transfer-requests/{id}/acceptance", s -> Call.to(
                        "/api/v1/transfer-requests/" + given(s) + "/acceptance")
                .json("{\"from\":\"" + Situation.today() + "\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST /api/v1/transfer-requests/{id}/refusal", s -> Call.to(
                        "/api/v1/transfer-requests/" + given(s) + "/refusal")
                .json("{\"answer\":\"样例\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST /api/v1/transfer-requests/{id}/withdrawal", s -> Call.to(
                        "/api/v1/transfer-requests/" + asked(s) + "/withdrawal")
                .json("{}")
                .ifMatch(0)
                .about(s.path()));
    }

    private TransferSamples() {}

    /** A house no caller of the samples is in or above, but GACC. */
    private static Rows.Row far() throws SQLException {
        return Rows.one("select id, org_path from unit where kind = 'HOUSE' and closed_on is null"
                + " and org_path not like '0000.5300.%' and org_path not like '0000.2200.%' order by id limit 1");
    }

    /** None by who sees every enterprise and needs to ask nobody. */
    private static @Nullable Call ask(Situation s) throws SQLException {
        return s.actor().path().equals("0000.")
                ? null
                : Call.to("/api/v1/transfer-requests")
                        .json("{\"code\":\"" + farCode() + "\",\"unitId\":" + unitOf(s) + ",\"reason\":\"样例\"}");
    }

    private static @Nullable Call askByForm(Situation s) throws SQLException {
        return s.actor().path().equals("0000.")
                ? null
                : Call.to("/desk/transfer-requests/new")
                        .form(Map.of("code", farCode(), "unitId", unitOf(s), "reason", "样例"));
    }

    private static String unitOf(Situation s) throws SQLException {
        String path = s.actor().path().isEmpty() ? s.path() : s.actor().path();
        return Rows.one("select id from unit where org_path = ?", path).text("id");
    }

    private static String farCode() throws SQLException {
        Rows.Row far = far();
        String code = RegistrySamples.code();
        Rows.change(
                "insert into enterprise (name_zh, unit_id, org_path, customs_code, source) values ('样例企业', ?, ?, ?,"
                        + " 'sample')",
                far.id("id"),
                far.text("org_path"),
                code);
        return code;
    }

    /** The unit asks for an enterprise far away. */
    private static long asked(Situation s) throws SQLException {
        Rows.Row far = far();
        long enterprise = Rows.number(
                "insert into enterprise (name_zh, unit_id, org_path, source) values ('样例企业', ?, ?, 'sample') returning id",
                far.id("id"),
                far.text("org_path"));
        return request(s.unitId(), s.path(), enterprise);
    }

    /** A unit far away asks for an enterprise of the unit. */
    private static long given(Situation s) throws SQLException {
        Rows.Row far = far();
        return request(far.id("id"), far.text("org_path"), EnterpriseSamples.newEnterprise(s));
    }

    static long request(long unit, String path, long enterprise) throws SQLException {
        return Rows.number(
                "with r as (insert into transfer_request (unit_id, org_path, code, reason, account_id) values (?, ?,"
                        + " '5304999901', '样例', (select min(id) from account)) returning id) insert into"
                        + " transfer_request_giver (request_id, enterprise_id, unit_id, org_path) select r.id, e.id,"
                        + " e.unit_id, e.org_path from r, enterprise e where e.id = ? returning request_id",
                unit,
                path,
                enterprise);
    }
}
