package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;

/** Requests about the day of a session: the door, the code in the room, attendance, lists of participants. */
final class DaySamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String DESK = "/desk/trainings/";
    private static final String API = "/api/v1/trainings/";
    private static final String PARTICIPANTS = "name,duration\n样例,80\n";
    private static final Map<String, String> NOTHING = Map.of();

    static {
        for (String part : new String[] {"check-in", "room-code", "attendance", "sheet"}) {
            ALL.put("GET /desk/trainings/{id}/" + part, s -> now(s, DESK, "/" + part));
        }
        ALL.put("GET /desk/trainings/{id}/participants", DaySamples::listed);
        ALL.put("GET /desk/trainings/attendances", s -> came(s, "?"));
        ALL.put("GET /desk/trainings/attendances/export", s -> came(s, "/export?format=csv&"));
        ALL.put("POST /desk/trainings/{id}/attendance/rules", s -> now(s, DESK, "/attendance/rules")
                .form(Map.of("minShare", "50")));
        ALL.put("POST /desk/trainings/{id}/attendance/closing", s -> over(s, DESK, "PUBLISHED", "/attendance/closing")
                .form(Map.of("version", "0")));
        ALL.put("POST /desk/trainings/{id}/attendance/reopening", s -> over(s, DESK, "HELD", "/attendance/reopening")
                .form(Map.of("version", "0")));
        ALL.put("POST /desk/trainings/{id}/participants", s -> now(s, DESK, "/participants")
                .body(
                        "multipart/form-data; boundary=sample",
                        "--sample\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n" + PARTICIPANTS + "\r\n--sample--\r\n"));
        ALL.put("POST /desk/trainings/{id}/participants/taking", s -> now(s, DESK, "/participants/taking")
                .form(NOTHING));
    }

    static {
        for (String part : new String[] {"hall", "hall/count", "attendance/figures", "participants"}) {
            ALL.put("GET /api/v1/trainings/{id}/" + part, s -> now(s, API, "/" + part));
        }
        // What is out is seen by all officers, with nobody on it who is not theirs.
        ALL.put("GET /api/v1/trainings/{id}/attendance", s -> Call.to(
                        API + SessionSamples.session(s, "DRAFT") + "/attendance")
                .about(s.path()));
        ALL.put("POST /api/v1/trainings/{id}/check-ins", s -> now(s, API, "/check-ins")
                .json("{\"checkIns\":[{\"mark\":\"" + UUID.randomUUID() + "\",\"name\":\"样例\"}]}"));
        ALL.put("PUT /api/v1/trainings/{id}/attendance/rules", s -> now(s, API, "/attendance/rules")
                .json("{\"minShare\":50,\"checkOut\":true}"));
        ALL.put("POST /api/v1/trainings/{id}/attendance/closing", s -> over(s, API, "PUBLISHED", "/attendance/closing")
                .ifMatch(0));
        ALL.put("POST /api/v1/trainings/{id}/attendance/reopening", s -> over(s, API, "HELD", "/attendance/reopening")
                .ifMatch(0));
        ALL.put("PUT /api/v1/trainings/{id}/participants", s -> now(s, API, "/participants")
                .json("{\"participants\":[{\"name\":\"样例\",\"minutes\":80}]}"));
        ALL.put("POST /api/v1/trainings/{id}/participants/taking", s -> now(s, API, "/participants/taking")
                .json("{}"));
        ALL.put("POST /api/v1/training-attendances/{attendance}/undoing", s -> Call.to("/api/v1/training-attendances/"
                        + attendance(session(s, "10 minutes ago", "PUBLISHED"), "样例") + "/undoing")
                .about(s.path()));
    }

    static {
        ALL.put(
                "GET /portal/trainings/{id}/arrival",
                s -> Call.to("/portal/trainings/" + session(s, "10 minutes ago", "PUBLISHED") + "/arrival"));
        String ticket = "/portal/trainings/tickets/{token}/";
        ALL.put("GET " + ticket + "pass", s -> ticket(s, "/pass"));
        ALL.put("GET " + ticket + "arrival", s -> ticket(s, "/arrival"));
        // Nobody guesses the code in the room.
        ALL.put(
                "POST " + ticket + "arrival",
                s -> ticket(s, "/arrival").form(Map.of("roomCode", "x")).refusedWith(400));
        String mine = "/portal/my/trainings/{registration}/";
        ALL.put("GET " + mine + "pass", s -> mine(s, "/pass"));
        ALL.put("GET " + mine + "arrival", s -> mine(s, "/arrival"));
        ALL.put(
                "POST " + mine + "arrival",
                s -> mine(s, "/arrival").form(Map.of("roomCode", "x")).refusedWith(400));
        ALL.put("POST /api/v1/portal/training-registrations/{registration}/arrival", s -> Call.to(
                        "/api/v1/portal/training-registrations/" + registration(s, s.enterprise()) + "/arrival")
                .ownedBy(s.enterprise())
                .json("{\"roomCode\":\"x\"}")
                .refusedWith(400));
    }

    static {
        String registered = "training-registrations/{registration}/enterprise";
        String attended = "training-attendances/{attendance}/enterprise";
        ALL.put("GET /desk/trainings/registrations/{registration}/enterprise", DaySamples::employer);
        ALL.put("POST /desk/trainings/registrations/{registration}/enterprise", s -> employer(s)
                .form(NOTHING));
        ALL.put("GET /desk/trainings/attendances/{attendance}/enterprise", DaySamples::walkInEmployer);
        ALL.put("POST /desk/trainings/attendances/{attendance}/enterprise", s -> walkInEmployer(s)
                .form(NOTHING));
        ALL.put("PUT /api/v1/" + registered, s -> Call.to(
                        "/api/v1/training-registrations/" + registration(s, 0) + "/enterprise")
                .about(s.path())
                .json("{\"enterprise\":null}"));
        ALL.put("PUT /api/v1/" + attended, s -> Call.to("/api/v1/training-attendances/" + walkIn(s) + "/enterprise")
                .about(s.path())
                .json("{\"enterprise\":null}"));
    }

    private DaySamples() {}

    private static Call employer(Situation s) throws SQLException {
        return Call.to(DESK + "registrations/" + registration(s, 0) + "/enterprise")
                .about(s.path());
    }

    private static Call walkInEmployer(Situation s) throws SQLException {
        return Call.to(DESK + "attendances/" + walkIn(s) + "/enterprise").about(s.path());
    }

    private static long walkIn(Situation s) throws SQLException {
        return attendance(session(s, "10 minutes ago", "PUBLISHED"), "样例");
    }

    private static long session(Situation s, String start, String status) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status) select id,"
                        + " org_path, 'CLASS', '样例', now() + cast(? as interval), now() + cast(? as interval) + interval '90 minutes', ?"
                        + " from unit where id = ? returning id",
                start,
                start,
                status,
                s.unitId());
    }

    private static Call now(Situation s, String root, String part) throws SQLException {
        return Call.to(root + session(s, "10 minutes ago", "PUBLISHED") + part).about(s.path());
    }

    /** With somebody who may be one who is registered, and somebody nobody knows. */
    private static Call listed(Situation s) throws SQLException {
        long registration = registration(s, 0);
        String list = "insert into training_presence (session_id, session_path, name, minutes, registration_id, found,"
                + " account_id) select r.session_id, r.session_path, '样例', 40, case when ? = 'NAME' then r.id end, ?,"
                + " (select min(id) from account) from training_registration r where r.id = ? returning session_id";
        Rows.number(list, "NONE", "NONE", registration);
        return Call.to(DESK + Rows.number(list, "NAME", "NAME", registration) + "/participants")
                .about(s.path());
    }

    /** What is out is seen by all officers. */
    private static Call came(Situation s, String part) throws SQLException {
        long session = session(s, "10 minutes ago", "PUBLISHED");
        attendance(session, "样例");
        return Call.to(DESK + "attendances" + part + "session=" + session);
    }

    private static Call over(Situation s, String root, String status, String part) throws SQLException {
        return Call.to(root + session(s, "3 hours ago", status) + part).about(s.path());
    }

    private static long attendance(long session, String name) throws SQLException {
        return Rows.number(
                "insert into training_attendance (session_id, session_path, name, way, arrived_at) select id, org_path, ?,"
                        + " 'WALK_IN', starts_at from training_session where id = ? returning id",
                name,
                session);
    }

    /** Somebody who holds a seat; of the enterprise, or of none. */
    private static long registration(Situation s, long enterprise) throws SQLException {
        long session = session(s, "10 minutes ago", "PUBLISHED");
        Rows.change("update training_seat_pool set taken = taken + 1 where session_id = ?", session);
        return Rows.number(
                "insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name, mail,"
                        + " language, status) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', ?, 'zh', 'REGISTERED'"
                        + " from training_session s left join enterprise e on e.id = ? where s.id = ? returning id",
                "sample.day" + COUNT.incrementAndGet() + "@enterprise.test",
                enterprise,
                session);
    }

    private static Call ticket(Situation s, String part) throws SQLException {
        long id = registration(s, 0);
        String token = String.format("%043d", id);
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-06-01')",
                Digests.sha256(token),
                id);
        return Call.to("/portal/trainings/tickets/" + token + part);
    }

    private static Call mine(Situation s, String part) throws SQLException {
        return Call.to("/portal/my/trainings/" + registration(s, s.enterprise()) + part)
                .ownedBy(s.enterprise());
    }

    /** Two who came to the newest session of a house, named so. */
    static void stock(String name, String other) throws SQLException {
        long session = Rows.number("select max(id) from training_session where org_path = '0000.5300.5304.'");
        attendance(session, name);
        attendance(session, other);
    }
}
