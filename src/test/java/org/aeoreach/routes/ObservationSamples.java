package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Rows;

/** Requests about observations, reminders, materials and calendars of training. */
final class ObservationSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TICKET = "/portal/trainings/tickets/{token}/";
    private static final String STATEMENT = "{\"statementZh\":\"样例\",\"statementEn\":\"sample\"}";

    static {
        ALL.put("GET /desk/trainings/{id}/observers", s -> about(s, "/desk/trainings/", "/observers"));
        ALL.put("GET /api/v1/trainings/{id}/observers", s -> about(s, "/api/v1/trainings/", "/observers"));
        ALL.put("POST /desk/trainings/registrations/{registration}/readmission", s -> Call.to(
                        "/desk/trainings/registrations/" + observer(s, 0) + "/readmission")
                .form(Map.of())
                .about(s.path()));
        ALL.put("POST /api/v1/training-registrations/{registration}/readmission", s -> Call.to(
                        "/api/v1/training-registrations/" + observer(s, 0) + "/readmission")
                .about(s.path()));
        ALL.put("POST /desk/trainings/statement", s -> Call.to("/desk/trainings/statement")
                .form(Map.of("statementZh", "样例", "statementEn", "sample")));
        ALL.put("POST /api/v1/training-statements", s -> Call.to("/api/v1/training-statements")
                .json(STATEMENT));
        ALL.put("GET " + TICKET + "observation", s -> ticket(s, "observation"));
        ALL.put("POST " + TICKET + "observation", s -> ticket(s, "observation")
                .form(Map.of("edition", Long.toString(edition()))));
        ALL.put("GET " + TICKET + "room", s -> ticket(s, "room"));
        String mine = "/portal/my/trainings/{registration}/";
        ALL.put("GET " + mine + "observation", s -> mine(s, "observation"));
        ALL.put("POST " + mine + "observation", s -> mine(s, "observation")
                .form(Map.of("edition", Long.toString(edition()))));
        ALL.put("GET " + mine + "room", s -> mine(s, "room"));
    }

    static {
        ALL.put("GET /desk/trainings/{id}/reminders", s -> about(s, "/desk/trainings/", "/reminders"));
        ALL.put("POST /desk/trainings/{id}/reminders", s -> about(s, "/desk/trainings/", "/reminders")
                .form(Map.of("days", "7")));
        ALL.put("GET /api/v1/trainings/{id}/reminders", s -> about(s, "/api/v1/trainings/", "/reminders"));
        ALL.put("PUT /api/v1/trainings/{id}/reminders", s -> about(s, "/api/v1/trainings/", "/reminders")
                .json("{\"days\":[7,1]}"));
        ALL.put("GET " + TICKET + "materials", s -> ticket(s, "materials"));
        ALL.put("GET " + TICKET + "materials/{file}", s -> material(s, 0, TICKET));
        for (String root : new String[] {"/portal/my/trainings/", "/api/v1/portal/training-registrations/"}) {
            ALL.put("GET " + root + "{registration}/materials", s -> Call.to(
                            root + observer(s, s.enterprise()) + "/materials")
                    .ownedBy(s.enterprise()));
        }
        ALL.put("GET /portal/my/trainings/{registration}/materials/{file}", s -> material(
                        s, s.enterprise(), "/portal/my/trainings/{token}/")
                .ownedBy(s.enterprise()));
        ALL.put(
                "GET /portal/trainings/{id}.ics",
                s -> Call.to("/portal/trainings/" + SessionSamples.session(s, "PUBLISHED") + ".ics"));
        ALL.put(
                "GET /calendar/trainings/{token}.ics",
                s -> Call.to("/calendar/trainings/" + feed("electronics.user") + ".ics"));
        ALL.put("POST /portal/my/trainings/feeds", s -> Call.to("/portal/my/trainings/feeds")
                .form(Map.of("language", "ZH")));
        ALL.put("POST /api/v1/portal/training-feeds", s -> Call.to("/api/v1/portal/training-feeds")
                .json("{\"language\":\"ZH\"}"));
        ALL.put("POST /portal/my/trainings/feeds/{feed}/revocation", s -> own(s, "/portal/my/trainings/feeds/")
                .form(Map.of()));
        ALL.put("POST /api/v1/portal/training-feeds/{feed}/revocation", s -> own(s, "/api/v1/portal/training-feeds/"));
    }

    private ObservationSamples() {}

    private static long edition() throws SQLException {
        return Rows.number("select max(edition) from training_statement");
    }

    /** One that can be entered now. */
    private static long session(Situation s) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status, link) select"
                        + " id, org_path, 'OBSERVATION', '样例观摩', now() + interval '5 minutes', now() + interval '1 day',"
                        + " 'PUBLISHED', 'https://live.example.test/sample' from unit where id = ? returning id",
                s.unitId());
    }

    private static Call about(Situation s, String root, String part) throws SQLException {
        // One that is out is there for officers everywhere.
        long draft = session(s);
        Rows.change("update training_session set status = 'DRAFT', published_at = null where id = ?", draft);
        return Call.to(root + draft + part).about(s.path());
    }

    private static long observer(Situation s, long enterprise) throws SQLException {
        return observer(session(s), enterprise);
    }

    private static long observer(long session, long enterprise) throws SQLException {
        long id = Rows.number(
                "insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name,"
                        + " mail, language, status) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', ?, 'zh',"
                        + " 'REGISTERED' from training_session s left join enterprise e on e.id = ? where s.id = ?"
                        + " returning id",
                "sample.observer" + COUNT.incrementAndGet() + "@enterprise.test",
                enterprise,
                session);
        Rows.change("update training_seat_pool set taken = taken + 1 where session_id = ?", session);
        Rows.change("insert into training_pledge values (?, ?, now())", id, edition());
        return id;
    }

    private static Call ticket(Situation s, String part) throws SQLException {
        return Call.to("/portal/trainings/tickets/" + ConferenceSamples.token(observer(s, 0)) + "/" + part);
    }

    private static Call mine(Situation s, String part) throws SQLException {
        long owner = owner(s);
        long id = observer(s, 0);
        Rows.change("update training_registration set account_id = ? where id = ?", owner, id);
        return Call.to("/portal/my/trainings/" + id + "/" + part).ownedBy(owner);
    }

    private static Call material(Situation s, long enterprise, String root) throws SQLException {
        long session = session(s);
        long course = Rows.number(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages, status)"
                        + " values (?, ?, ?, '样例', '{ALL}', 60, '{ZH}', 'OPEN') returning id",
                s.unitId(),
                s.path(),
                "GIVEN-" + COUNT.incrementAndGet());
        long file = s.file();
        Rows.change(
                "insert into training_course_file (course_id, file_id, stage, title_zh) values (?, ?, 'BEFORE', '样例')",
                course,
                file);
        Rows.change("update stored_file set purpose = 'training' where id = ?", file);
        Rows.change("update training_session set course_id = ? where id = ?", course, session);
        long id = observer(session, enterprise);
        String name = enterprise == 0 ? ConferenceSamples.token(id) : Long.toString(id);
        return Call.to(root.replace("{token}", name) + "materials/" + file);
    }

    private static String feed(String login) throws SQLException {
        String text = String.format("feed%039d", COUNT.incrementAndGet());
        Rows.change(
                "insert into training_feed (account_id, assignment_id, language, token_hash) select r.account_id, r.id,"
                        + " 'ZH', sha256(convert_to(?, 'UTF8')) from role_assignment r join account a on a.id = r.account_id"
                        + " where a.login = ? limit 1",
                text,
                login);
        return text;
    }

    /** The caller in a house, somebody else elsewhere. */
    static long owner(Situation s) throws SQLException {
        return s.actor().role() != null && s.is("HOUSE") ? s.actor().account() : s.person();
    }

    /** His own about his own house, another's about all others. */
    private static Call own(Situation s, String root) throws SQLException {
        long owner = owner(s);
        boolean own = owner == s.actor().account();
        long assignment = !own
                ? s.assignment(owner)
                : s.actor().role() == Role.ENTERPRISE_USER ? s.actor().assignment() : s.assignmentOf(owner);
        long id = Rows.number(
                "insert into training_feed (account_id, assignment_id, language, token_hash) values (?, ?, 'ZH',"
                        + " sha256(convert_to(?, 'UTF8'))) returning id",
                owner,
                assignment,
                Situation.unique("own"));
        return Call.to(root + id + "/revocation").ownedBy(owner);
    }
}
