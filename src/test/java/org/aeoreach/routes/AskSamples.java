package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;

/** Requests of askers, and of officers who write down what was asked. */
final class AskSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();
    static final String FORM = "multipart/form-data; boundary=sample";

    static {
        ALL.put("POST /portal/ask", s -> Call.to("/portal/ask")
                .body(
                        FORM,
                        parts(
                                "subject",
                                "样例",
                                "body",
                                "样例",
                                "unitId",
                                Long.toString(s.unitId()),
                                "name",
                                "样例",
                                "mail",
                                "sample.ask" + COUNT.incrementAndGet() + "@enterprise.test",
                                "language",
                                "ZH",
                                "seen",
                                "true")));
        ALL.put("POST /portal/ask/answers", s -> Call.to("/portal/ask/answers").form(Map.of("subject", "AEO")));
        ALL.put("POST /portal/ask/answered", s -> Call.to("/portal/ask/answered")
                .form(Map.of(
                        "document",
                        Rows.one("select code from document where kind <> 'TERM' order by id limit 1")
                                .text("code"))));
        ALL.put("GET /portal/ask/status/{token}", s -> Call.to("/portal/ask/status/" + link(s)));
        ALL.put("POST /portal/ask/status/{token}", s -> Call.to("/portal/ask/status/" + link(s))
                .body(FORM, parts("body", "样例")));
        ALL.put("POST /portal/ask/status/{token}/confirmation", s -> Call.to(
                        "/portal/ask/status/" + intake(s) + "/confirmation")
                .form(Map.of()));
        ALL.put("GET /portal/ask/status/{token}/files/{file}", AskSamples::file);
        ALL.put("POST /portal/my/enquiries", s -> Call.to("/portal/my/enquiries")
                .body(FORM, parts("subject", "样例", "body", "样例", "seen", "true")));
        ALL.put("GET /portal/my/enquiries/{id}", s -> mine(s, "/portal/my/enquiries/", ""));
        ALL.put("POST /portal/my/enquiries/{id}", s -> mine(s, "/portal/my/enquiries/", "")
                .body(FORM, parts("body", "样例")));
        ALL.put("POST /api/v1/portal/enquiries", s -> Call.to("/api/v1/portal/enquiries")
                .json("{\"subject\":\"样例\",\"body\":\"样例\"}"));
        ALL.put("GET /api/v1/portal/enquiries/{id}", s -> mine(s, "/api/v1/portal/enquiries/", ""));
        ALL.put("POST /portal/my/enquiries/{id}/rating", s -> rated(s, "/portal/my/enquiries/")
                .form(Map.of("solved", "true", "ease", "4")));
        ALL.put("POST /api/v1/portal/enquiries/{id}/rating", s -> rated(s, "/api/v1/portal/enquiries/")
                .json("{\"solved\":true,\"ease\":4}"));
        ALL.put("POST /portal/my/enquiries/sharing", s -> Call.to("/portal/my/enquiries/sharing")
                .form(Map.of("shared", "true", "version", Long.toString(sharing(s)))));
        ALL.put("PUT /api/v1/portal/enquiries/sharing", s -> Call.to("/api/v1/portal/enquiries/sharing")
                .json("{\"shared\":true}")
                .ifMatch(sharing(s)));
        ALL.put("POST /api/v1/portal/enquiries/{id}/messages", s -> mine(s, "/api/v1/portal/enquiries/", "/messages")
                .json("{\"body\":\"样例\"}"));
        ALL.put("POST /desk/enquiries/new", s -> Call.to("/desk/enquiries/new")
                .body(
                        FORM,
                        parts(
                                "channel",
                                "PHONE",
                                "subject",
                                "样例",
                                "body",
                                "样例",
                                "name",
                                "样例",
                                "language",
                                "ZH",
                                "priority",
                                "2")));
        ALL.put("POST /desk/enquiries/new/part", s -> Call.to("/desk/enquiries/new/part")
                .form(Map.of("subject", "AEO", "body", "样例")));
        ALL.put("POST /api/v1/enquiries", s -> Call.to("/api/v1/enquiries")
                .json("{\"channel\":\"COUNTER\",\"subject\":\"样例\",\"body\":\"样例\",\"name\":\"样例\",\"language\":\"ZH\","
                        + "\"priority\":2}"));
        ALL.put("POST /desk/enquiries/routing", AskSamples::rule);
        ALL.put("POST /desk/enquiries/routing/topics", s -> Call.to("/desk/enquiries/routing/topics")
                .form(Map.of(
                        "topic",
                        Rows.one("select code from library_topic order by position limit 1")
                                .text("code"))));
    }

    private AskSamples() {}

    static String parts(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--sample\r\nContent-Disposition: form-data; name=\"")
                    .append(fields[i])
                    .append("\"\r\n\r\n")
                    .append(fields[i + 1])
                    .append("\r\n");
        }
        return body.append("--sample--\r\n").toString();
    }

    /** A new enquiry that a unit answers; of an enterprise, or of nobody known for 0. */
    static long enquiry(Situation s, long enterprise) throws SQLException {
        long id = Rows.number(
                "insert into enquiry (unit_id, org_path, enterprise_id, enterprise_unit, enterprise_path, asker_name,"
                        + " language, channel, subject, for_colleagues) select u.id, u.org_path, e.id, e.unit_id, e.org_path, '样例',"
                        + " 'zh', 'PORTAL', '样例', true from unit u left join enterprise e on e.id = ? where u.id = ?"
                        + " returning id",
                enterprise,
                s.unitId());
        Rows.change(
                "insert into enquiry_work (enquiry_id, org_path, unit_id, desk_id, desk_path, level) select e.id,"
                        + " e.org_path, e.unit_id, e.unit_id, e.org_path, u.kind from enquiry e join unit u on u.id = e.unit_id"
                        + " where e.id = ?",
                id);
        Rows.change(
                "insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes) select enquiry_id,"
                        + " desk_id, desk_path, level, 600 from enquiry_work where enquiry_id = ?",
                id);
        Rows.change(
                "insert into enquiry_message (enquiry_id, kind, language, body) values (?, 'QUESTION', 'zh', '样例')",
                id);
        return id;
    }

    /** One the caller asked himself where he acts for the enterprise. */
    private static long asked(Situation s) throws SQLException {
        long id = enquiry(s, s.enterprise());
        if (s.actor().enterprise() == s.enterprise()) {
            Rows.change(
                    "update enquiry set account_id = ? where id = ?", s.actor().account(), id);
        }
        return id;
    }

    private static Call mine(Situation s, String root, String part) throws SQLException {
        return Call.to(root + asked(s) + part).ownedBy(s.enterprise());
    }

    private static Call rated(Situation s, String root) throws SQLException {
        long id = asked(s);
        Rows.change(
                "update enquiry_work set status = 'CLOSED', due_at = null, clock_since = null where enquiry_id = ?",
                id);
        Rows.change("update enquiry set answered_at = now(), closed_at = now() where id = ?", id);
        return Call.to(root + id + "/rating").ownedBy(s.enterprise());
    }

    /** The version of what was said for the enterprise the caller acts for. */
    private static long sharing(Situation s) throws SQLException {
        return Rows.number(
                "select coalesce(max(version), 0) from enquiry_sharing where enterprise_id = ?",
                s.actor().enterprise());
    }

    private static String link(Situation s) throws SQLException {
        String token = token();
        Rows.change(
                "insert into enquiry_token (hash, enquiry_id, purpose, expires_at) values (?, ?, 'STATUS',"
                        + " now() + interval '1 day')",
                Digests.sha256(token),
                enquiry(s, 0));
        return token;
    }

    private static Call file(Situation s) throws SQLException {
        String token = link(s);
        long file = s.file();
        Rows.change("update stored_file set purpose = 'enquiry' where id = ?", file);
        Rows.change(
                "insert into enquiry_file (message_id, position, file_id) select m.id, 0, ? from enquiry_message m"
                        + " join enquiry_token t on t.enquiry_id = m.enquiry_id where t.hash = ?",
                file,
                Digests.sha256(token));
        return Call.to("/portal/ask/status/" + token + "/files/" + file);
    }

    private static String intake(Situation s) throws SQLException {
        String token = token();
        Rows.number(
                "select length(enquiry_intake_kept(jsonb_build_object('subject', '样例', 'body', '样例', 'unitId', ?::bigint,"
                        + " 'name', '样例', 'mail', 'sample@enterprise.test', 'phone', '', 'language', 'zh'), ?,"
                        + " now() + interval '1 day', 0))",
                s.unitId(),
                Digests.sha256(token));
        return token;
    }

    private static String token() {
        return "sample-ask-" + "%032d".formatted(COUNT.incrementAndGet());
    }

    /** The version of the rule of the unit the caller acts in. */
    private static Call rule(Situation s) throws SQLException {
        long version = Rows.number(
                "select coalesce((select max(g.version) from enquiry_routing g join role_assignment r on r.unit_id = g.unit_id"
                        + " where r.account_id = ? and r.role = 'UNIT_ADMINISTRATOR'), 0)",
                s.actor().account());
        return Call.to("/desk/enquiries/routing").form(Map.of("spread", "QUEUE", "version", Long.toString(version)));
    }
}
