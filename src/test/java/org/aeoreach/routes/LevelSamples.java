package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;

/** Requests about passing enquiries on, second looks at answers, and what is set for them. */
final class LevelSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String PASSED = "{\"passReason\":\"样例\",\"proposal\":\"样例\"}";
    private static final String RETURNED = "{\"passOutcome\":\"GUIDANCE\",\"guidance\":\"样例\"}";
    private static final int CONFLICT = 409;

    static {
        for (String way : new String[] {"pass-up", "pass-down", "transfer"}) {
            ALL.put("GET /desk/enquiries/{id}/" + way, s -> enquiry(s, "/desk", way));
        }
        ALL.put("GET /api/v1/enquiries/{id}/steps", s -> enquiry(s, "/api/v1", "steps"));
        ALL.put(
                "POST /desk/enquiries/{id}/pass-up",
                s -> up(
                        s,
                        enquiry(s, "/desk", "pass-up")
                                .form(Map.of("version", "0", "passReason", "样例", "proposal", "样例"))));
        ALL.put(
                "POST /api/v1/enquiries/{id}/pass-up",
                s -> up(s, enquiry(s, "/api/v1", "pass-up").json(PASSED).ifMatch(0)));
        ALL.put(
                "POST /desk/enquiries/{id}/pass-down",
                s -> down(
                        s,
                        handed(s, "/desk").form(Map.of("version", "0", "passOutcome", "GUIDANCE", "guidance", "样例"))));
        ALL.put(
                "POST /api/v1/enquiries/{id}/pass-down",
                s -> down(s, handed(s, "/api/v1").json(RETURNED).ifMatch(0)));
        ALL.put("POST /desk/enquiries/{id}/transfer", s -> enquiry(s, "/desk", "transfer")
                .form(Map.of("version", "0", "transferTo", other(s), "transferReason", "样例")));
        ALL.put("POST /api/v1/enquiries/{id}/transfer", s -> enquiry(s, "/api/v1", "transfer")
                .json("{\"transferTo\":" + other(s) + ",\"transferReason\":\"样例\"}")
                .ifMatch(0));
        addRechecks();
        addSettings();
    }

    private LevelSamples() {}

    private static Call enquiry(Situation s, String face, String way) throws SQLException {
        return Call.to(face + "/enquiries/" + SampleEnquiry.at(s.unit()).id() + "/" + way)
                .about(s.path());
    }

    /** One of a house, which its district has now; a house has none to give back. */
    private static Call handed(Situation s, String face) throws SQLException {
        if (!s.is("DISTRICT")) {
            return enquiry(s, face, "pass-down");
        }
        String house = Rows.one(
                        "select max(u.code) as code from unit u where u.parent_id = ? and u.kind = 'HOUSE'"
                                + " and u.closed_on is null",
                        s.unitId())
                .text("code");
        return Call.to(face + "/enquiries/"
                        + SampleEnquiry.at(house).with(s.unit()).id() + "/pass-down")
                .about(s.path());
    }

    private static Call up(Situation s, Call call) throws SQLException {
        return s.is("GACC") ? call.refusedWith(CONFLICT) : call;
    }

    private static Call down(Situation s, Call call) throws SQLException {
        return s.is("DISTRICT") ? call : call.refusedWith(CONFLICT);
    }

    private static String other(Situation s) throws SQLException {
        return Long.toString(Units.id(s.unit().equals("2210") ? "5304" : "2210"));
    }

    private static void addRechecks() {
        ALL.put("GET /desk/enquiries/rechecks/{id}", s -> Call.to("/desk/enquiries/rechecks/" + recheck(s))
                .about(s.path()));
        ALL.put("POST /desk/enquiries/rechecks/{id}", s -> Call.to("/desk/enquiries/rechecks/" + recheck(s))
                .form(Map.of("version", "0", "recheckOutcome", "STILL_RIGHT", "recheckNote", "样例"))
                .about(s.path()));
        ALL.put("GET /api/v1/enquiry-rechecks/{id}", s -> Call.to("/api/v1/enquiry-rechecks/" + recheck(s))
                .about(s.path()));
        ALL.put("PUT /api/v1/enquiry-rechecks/{id}/decision", s -> Call.to(
                        "/api/v1/enquiry-rechecks/" + recheck(s) + "/decision")
                .json("{\"recheckOutcome\":\"STILL_RIGHT\",\"recheckNote\":\"样例\"}")
                .ifMatch(0)
                .about(s.path()));
    }

    private static long recheck(Situation s) throws SQLException {
        return recheck(SampleEnquiry.at(s.unit()).id(), s.unit());
    }

    /** An answer to be looked at again, to a question with this subject. */
    static void stock(String subject) throws SQLException {
        long enquiry = SampleEnquiry.at("5304").id();
        Rows.change("update enquiry set subject = ? where id = ?", subject, enquiry);
        recheck(enquiry, "5304");
    }

    private static long recheck(long enquiry, String unit) throws SQLException {
        long answer = Rows.number(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority)"
                        + " select ?, 'ANSWER', 'zh', '样例答复', min(a.id), u.id, u.kind, 'GUIDANCE' from unit u, account a"
                        + " where u.code = ? group by u.id, u.kind returning id",
                enquiry,
                unit);
        return Rows.number(
                "insert into enquiry_recheck (message_id, enquiry_id, document_id, unit_id, org_path, from_version,"
                        + " to_version, why) select ?, ?, (select min(id) from document), id, org_path, 1, 1, 'REPEALED'"
                        + " from unit where code = ? returning id",
                answer,
                enquiry,
                unit);
    }

    private static void addSettings() {
        String from = Situation.today().plusDays(400).toString();
        Map<String, String> target =
                Map.of("targetLevel", "HOUSE", "targetHours", "21", "warnHours", "3", "validFrom", from);
        ALL.put("POST /desk/enquiries/targets", s -> Call.to("/desk/enquiries/targets")
                .form(target));
        ALL.put("POST /api/v1/enquiry-settings/targets", s -> Call.to("/api/v1/enquiry-settings/targets")
                .json("{\"targetLevel\":\"HOUSE\",\"targetHours\":21,\"warnHours\":3,\"validFrom\":\"" + from + "\"}"));
        ALL.put("POST /desk/enquiries/targets/authorities", s -> Call.to("/desk/enquiries/targets/authorities")
                .form(Map.of("needs", "GUIDANCE", "validFrom", from)));
        ALL.put("POST /api/v1/enquiry-settings/authorities", s -> Call.to("/api/v1/enquiry-settings/authorities")
                .json("{\"needs\":\"GUIDANCE\",\"validFrom\":\"" + from + "\"}"));
        ALL.put("POST /desk/enquiries/targets/names", s -> Call.to("/desk/enquiries/targets/names")
                .form(Map.of("namedStatus", "OPEN", "nameZh", "办理中", "nameEn", "In hand")));
        ALL.put("PUT /api/v1/enquiry-settings/status-names", s -> Call.to("/api/v1/enquiry-settings/status-names")
                .json("{\"namedStatus\":\"OPEN\",\"nameZh\":\"办理中\",\"nameEn\":\"In hand\"}"));
    }
}
