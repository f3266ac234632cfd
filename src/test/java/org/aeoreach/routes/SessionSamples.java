package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;

/** Requests about training sessions and who comes to them. */
final class SessionSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String DESK = "/desk/trainings/";
    private static final String API = "/api/v1/trainings/";
    private static final String ONE = "/desk/trainings/registrations/";
    private static final String API_ONE = "/api/v1/training-registrations/";
    private static final String JSON = "{\"kind\":\"CLASS\",\"titleZh\":\"样例\",\"startsAt\":\"2099-03-02T09:00:00\","
            + "\"endsAt\":\"2099-03-02T11:00:00\",\"zone\":\"Asia/Shanghai\",\"taughtIn\":\"ZH\",\"audience\":[\"ALL\"],"
            + "\"quotas\":[],\"priorityUnreached\":false,\"approving\":false,\"acceptHours\":0}";

    static {
        ALL.put("POST /desk/trainings/new", s -> Call.to(DESK + "new").form(facts()));
        ALL.put("GET /desk/trainings/{id}", s -> draft(s, DESK, ""));
        ALL.put("GET /desk/trainings/{id}/edit", s -> draft(s, DESK, "/edit"));
        ALL.put("POST /desk/trainings/{id}/edit", s -> draft(s, DESK, "/edit").form(facts()));
        ALL.put("POST /desk/trainings/{id}/publication", s -> draft(s, DESK, "/publication")
                .form(Map.of("version", "0")));
        ALL.put("POST /desk/trainings/{id}/cancellation", s -> draft(s, DESK, "/cancellation")
                .form(Map.of("version", "0", "reason", "样例")));
        ALL.put("POST /api/v1/trainings", s -> Call.to("/api/v1/trainings").json(JSON));
        ALL.put("GET /api/v1/trainings/{id}", s -> draft(s, API, ""));
        ALL.put("PUT /api/v1/trainings/{id}", s -> draft(s, API, "").json(JSON).ifMatch(0));
        ALL.put("POST /api/v1/trainings/{id}/publication", s -> draft(s, API, "/publication")
                .ifMatch(0));
        ALL.put(
                "POST /api/v1/trainings/{id}/cancellation",
                s -> draft(s, API, "/cancellation").json("{\"reason\":\"样例\"}").ifMatch(0));
        ALL.put("GET /desk/trainings/{id}/registrations/new", s -> draft(s, DESK, "/registrations/new"));
        // A draft takes nobody; one that is out would be there for everybody.
        ALL.put("POST /desk/trainings/{id}/registrations/new", SessionSamples::registering);
        ALL.put("GET /api/v1/trainings/{id}/registrations", s -> draft(s, API, "/registrations"));
        ALL.put("POST /api/v1/trainings/{id}/registrations", s -> draft(s, API, "/registrations")
                .json("{\"enterprise\":" + within(s) + ",\"attendee\":" + person() + "}")
                .refusedWith(409));
        ALL.put(
                "GET /desk/trainings/registrations/export",
                s -> Call.to("/desk/trainings/registrations/export?format=csv&session=" + session(s, "PUBLISHED")));
        ALL.put("GET /desk/trainings/registrations/{registration}", s -> about(s, ONE, "REGISTERED", ""));
        ALL.put("GET /api/v1/training-registrations/{registration}", s -> about(s, API_ONE, "REGISTERED", ""));
        ALL.put(
                "POST /desk/trainings/registrations/{registration}/approval",
                s -> about(s, ONE, "REQUESTED", "/approval").form(Map.of()));
        ALL.put("POST /desk/trainings/registrations/{registration}/refusal", s -> about(s, ONE, "REQUESTED", "/refusal")
                .form(Map.of("reason", "样例")));
        ALL.put(
                "POST /desk/trainings/registrations/{registration}/cancellation",
                s -> about(s, ONE, "WAITING", "/cancellation").form(Map.of()));
        ALL.put(
                "POST /desk/trainings/registrations/{registration}/acceptance",
                s -> about(s, ONE, "OFFERED", "/acceptance").form(Map.of()));
        ALL.put(
                "POST /api/v1/training-registrations/{registration}/approval",
                s -> about(s, API_ONE, "REQUESTED", "/approval"));
        ALL.put(
                "POST /api/v1/training-registrations/{registration}/refusal",
                s -> about(s, API_ONE, "REQUESTED", "/refusal").json("{\"reason\":\"样例\"}"));
        ALL.put(
                "POST /api/v1/training-registrations/{registration}/cancellation",
                s -> about(s, API_ONE, "WAITING", "/cancellation").json("{}"));
        ALL.put(
                "POST /api/v1/training-registrations/{registration}/acceptance",
                s -> about(s, API_ONE, "OFFERED", "/acceptance"));
    }

    static {
        ALL.put("GET /portal/trainings/{id}", s -> Call.to("/portal/trainings/" + session(s, "PUBLISHED")));
        ALL.put("POST /portal/trainings/{id}", s -> Call.to("/portal/trainings/" + session(s, "PUBLISHED"))
                .form(attendee()));
        ALL.put(
                "GET /api/v1/portal/trainings/{id}",
                s -> Call.to("/api/v1/portal/trainings/" + session(s, "PUBLISHED")));
        ALL.put("POST /portal/my/trainings/sessions/{id}", s -> Call.to(
                        "/portal/my/trainings/sessions/" + session(s, "PUBLISHED"))
                .form(attendee()));
        ALL.put("POST /api/v1/portal/trainings/{id}/registrations", s -> Call.to(
                        "/api/v1/portal/trainings/" + session(s, "PUBLISHED") + "/registrations")
                .json(person()));
        for (String root : new String[] {"/portal/my/trainings/", "/api/v1/portal/training-registrations/"}) {
            String name = root + "{registration}";
            ALL.put("GET " + name, s -> mine(s, root, "REGISTERED", ""));
            ALL.put("POST " + name + "/cancellation", s -> mine(s, root, "WAITING", "/cancellation"));
            ALL.put("POST " + name + "/acceptance", s -> mine(s, root, "OFFERED", "/acceptance"));
        }
        String ticket = "/portal/trainings/tickets/{token}";
        ALL.put("GET " + ticket, s -> ticket(s, "REGISTERED", ""));
        ALL.put("POST " + ticket + "/confirmation", s -> ticket(s, "UNCONFIRMED", "/confirmation")
                .form(Map.of()));
        ALL.put("POST " + ticket + "/acceptance", s -> ticket(s, "OFFERED", "/acceptance")
                .form(Map.of()));
        ALL.put("POST " + ticket + "/cancellation", s -> ticket(s, "WAITING", "/cancellation")
                .form(Map.of()));
    }

    private SessionSamples() {}

    private static Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "kind", "CLASS", "titleZh", "样例", "startDay", "2099-03-02", "startTime", "09:00", "endTime", "11:00"));
        facts.putAll(Map.of("zone", "Asia/Shanghai", "taughtIn", "ZH", "audience", "ALL", "version", "0"));
        return facts;
    }

    private static Map<String, String> attendee() {
        return Map.of("name", "样例", "mail", mail(), "language", "ZH");
    }

    private static String person() {
        return "{\"name\":\"样例\",\"mail\":\"" + mail() + "\",\"language\":\"ZH\"}";
    }

    private static String mail() {
        return "sample.train" + COUNT.incrementAndGet() + "@enterprise.test";
    }

    /** One of the unit called about, on a day far away. */
    static long session(Situation s, String status) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status) select id,"
                        + " org_path, 'CLASS', '样例', '2099-03-02 01:00+00', '2099-03-02 03:00+00', ? from unit where id = ?"
                        + " returning id",
                status,
                s.unitId());
    }

    private static Call draft(Situation s, String root, String part) throws SQLException {
        return Call.to(root + session(s, "DRAFT") + part).about(s.path());
    }

    /** An enterprise of the unit called about or of one below it. */
    private static long within(Situation s) throws SQLException {
        return Rows.number(
                "select coalesce((select min(id) from enterprise where starts_with(org_path, ?)), ?)",
                s.path(),
                s.enterprise());
    }

    private static Call registering(Situation s) throws SQLException {
        Map<String, String> form = new TreeMap<>(attendee());
        long enterprise = within(s);
        form.put("enterprise", Long.toString(enterprise));
        form.put(
                "enterpriseText",
                Rows.one("select name_zh from enterprise where id = ?", enterprise)
                        .text("name_zh"));
        return draft(s, DESK, "/registrations/new").form(form).refusedWith(409);
    }

    private static long registration(long session, String status, long enterprise) throws SQLException {
        long id = Rows.number(
                "insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name,"
                        + " mail, language, status, offered_until) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', ?,"
                        + " 'zh', ?, case when ? = 'OFFERED' then s.starts_at end from training_session s left join enterprise e"
                        + " on e.id = ? where s.id = ? returning id",
                mail(),
                status,
                status,
                enterprise,
                session);
        if (status.equals("OFFERED") || status.equals("REGISTERED")) {
            Rows.change("update training_seat_pool set taken = taken + 1 where session_id = ?", session);
        }
        return id;
    }

    private static Call about(Situation s, String root, String status, String part) throws SQLException {
        return Call.to(root + registration(session(s, "PUBLISHED"), status, 0) + part)
                .about(s.path());
    }

    private static Call mine(Situation s, String root, String status, String part) throws SQLException {
        long id = registration(session(s, "PUBLISHED"), status, s.enterprise());
        Call call = Call.to(root + id + part).ownedBy(s.enterprise());
        return part.isEmpty() || root.startsWith("/api/") ? call : call.form(Map.of());
    }

    private static Call ticket(Situation s, String status, String part) throws SQLException {
        long id = registration(session(s, "PUBLISHED"), status, 0);
        String token = String.format("%043d", id);
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-06-01')",
                Digests.sha256(token),
                id);
        return Call.to("/portal/trainings/tickets/" + token + part);
    }

    /** A session and somebody who comes, named so. */
    static void stock(String title, String name) throws SQLException {
        long id = Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status) select id,"
                        + " org_path, 'CLASS', ?, '2099-03-02 01:00+00', '2099-03-02 03:00+00', 'PUBLISHED' from unit"
                        + " where code = '5304' returning id",
                title);
        Rows.change("update training_registration set name = ? where id = ?", name, registration(id, "WAITING", 0));
    }
}
