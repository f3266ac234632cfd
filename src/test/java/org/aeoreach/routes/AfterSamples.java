package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;

/** Requests about what comes after a session. */
final class AfterSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String DESK = "/desk/trainings/";
    private static final String API = "/api/v1/trainings/";
    private static final String TICKET = "/portal/trainings/tickets/";
    private static final String OFFICER = "(select min(id) from account where kind = 'OFFICER')";

    static {
        for (String root : new String[] {DESK, API}) {
            for (String part : new String[] {"/certificates", "/check", "/feedback", "/questions", "/report"}) {
                ALL.put("GET " + root + "{id}" + part, s -> held(s, root, part));
            }
        }
        ALL.put("GET /desk/trainings/{id}/certificates/print", s -> held(s, DESK, "/certificates/print"));
        ALL.put("GET /api/v1/trainings/{id}/check/people", s -> held(s, API, "/check/people"));
        ALL.put("GET /api/v1/trainings/{id}/absences", s -> held(s, API, "/absences"));
        ALL.put("POST /api/v1/trainings/{id}/absences", s -> held(s, API, "/absences"));
        ALL.put("POST /desk/trainings/{id}/report/absences", s -> held(s, DESK, "/report/absences")
                .form(Map.of()));
        for (String root : new String[] {"/desk/trainings/courses/", "/api/v1/training-courses/"}) {
            ALL.put("GET " + root + "{id}/check", s -> Call.to(root + course(s) + "/check")
                    .about(s.path()));
        }
        for (String root : new String[] {"/desk/trainings/certificates/", "/api/v1/training-certificates/"}) {
            ALL.put("GET " + root + "{certificate}", s -> Call.to(root + certificate(s, 0))
                    .about(s.path()));
        }
        for (String root :
                new String[] {"/portal/my/trainings/certificates/", "/api/v1/portal/training-certificates/"}) {
            ALL.put("GET " + root + "{certificate}", s -> Call.to(root + certificate(s, s.enterprise()))
                    .ownedBy(s.enterprise()));
        }
        for (String root : new String[] {"/portal/certificates/", "/api/v1/portal/certificates/"}) {
            ALL.put(
                    "GET " + root + "{number}",
                    s -> Call.to(root
                            + Rows.one("select number from training_certificate where id = ?", certificate(s, 0))
                                    .text("number")));
        }
    }

    static {
        String ticket = TICKET + "{token}";
        ALL.put("GET " + ticket + "/after", s -> ticket(s, true, "/after"));
        ALL.put("GET " + ticket + "/certificate", s -> ticket(s, true, "/certificate"));
        ALL.put("GET " + ticket + "/check", s -> ticket(s, true, "/check"));
        ALL.put("GET " + ticket + "/feedback", s -> ticket(s, true, "/feedback"));
        ALL.put("GET " + ticket + "/absence", s -> ticket(s, false, "/absence"));
        ALL.put("POST " + ticket + "/check", s -> {
            Call call = ticket(s, true, "/check");
            return call.form(
                    Map.of("stage", "AFTER", "q" + Rows.number("select max(id) from training_check_question"), "0"));
        });
        ALL.put("POST " + ticket + "/feedback", s -> ticket(s, true, "/feedback")
                .form(Map.of("contentRating", "5", "valueRating", "4", "opinionWords", "样例")));
        ALL.put("POST " + ticket + "/absence", s -> ticket(s, false, "/absence").form(Map.of("absenceReason", "TIME")));
        ALL.put("POST /desk/trainings/{id}/feedback/{feedback}/mark", s -> feedback(s, DESK)
                .form(Map.of("followUp", "true")));
        ALL.put("PUT /api/v1/trainings/{id}/feedback/{feedback}/mark", s -> feedback(s, API)
                .json("{\"followUp\":true}"));
        ALL.put("POST /desk/trainings/{id}/questions", s -> held(s, DESK, "/questions")
                .form(Map.of("name", "样例", "question", "样例", "language", "ZH", "enterpriseText", "")));
        ALL.put("POST /api/v1/trainings/{id}/questions", s -> held(s, API, "/questions")
                .json("{\"name\":\"样例\",\"question\":\"样例\",\"language\":\"ZH\"}"));
        ALL.put("GET /api/v1/trainings/{id}/questions/{question}", s -> raised(s, API, ""));
        ALL.put("POST /desk/trainings/{id}/questions/{question}/enquiry", s -> raised(s, DESK, "/enquiry")
                .form(Map.of()));
        ALL.put("POST /api/v1/trainings/{id}/questions/{question}/enquiry", s -> raised(s, API, "/enquiry"));
        ALL.put("POST /desk/trainings/{id}/report", s -> held(s, DESK, "/report")
                .form(Map.of("version", "0", "reportSummary", "样例")));
        ALL.put(
                "PUT /api/v1/trainings/{id}/report",
                s -> held(s, API, "/report").json("{\"reportSummary\":\"样例\"}").ifMatch(0));
        ALL.put("POST /desk/trainings/{id}/report/finishing", s -> report(s, DESK, "DRAFT", "/finishing")
                .form(Map.of("version", "1")));
        ALL.put("POST /api/v1/trainings/{id}/report/finishing", s -> report(s, API, "DRAFT", "/finishing")
                .ifMatch(1));
        ALL.put("POST /desk/trainings/{id}/report/reopening", s -> report(s, DESK, "FINISHED", "/reopening")
                .form(Map.of("version", "1", "reopenReason", "样例")));
        ALL.put("POST /api/v1/trainings/{id}/report/reopening", s -> report(s, API, "FINISHED", "/reopening")
                .json("{\"reopenReason\":\"样例\"}")
                .ifMatch(1));
        ALL.put("POST /desk/trainings/{id}/report/follow-ups", s -> held(s, DESK, "/report/follow-ups")
                .form(Map.of("taskTitle", "样例", "taskDue", "2099-03-02")));
        ALL.put("POST /api/v1/trainings/{id}/report/follow-ups", s -> held(s, API, "/report/follow-ups")
                .json("{\"title\":\"样例\",\"dueOn\":\"2099-03-02\"}"));
    }

    static {
        String mine = "/portal/my/trainings/{registration}/";
        ALL.put("GET " + mine + "check", s -> own(s, true, "/check"));
        ALL.put("GET " + mine + "feedback", s -> own(s, true, "/feedback"));
        ALL.put("GET " + mine + "absence", s -> own(s, false, "/absence"));
        ALL.put("POST " + mine + "check", s -> {
            Call call = own(s, true, "/check");
            return call.form(
                    Map.of("stage", "AFTER", "q" + Rows.number("select max(id) from training_check_question"), "0"));
        });
        ALL.put("POST " + mine + "feedback", s -> own(s, true, "/feedback")
                .form(Map.of("contentRating", "5", "valueRating", "4")));
        ALL.put("POST " + mine + "absence", s -> own(s, false, "/absence").form(Map.of("absenceReason", "TIME")));
        ALL.put("GET " + mine + "certificate", s -> {
            long id = registration(session(s), s.enterprise());
            attendance(id);
            return Call.to("/portal/my/trainings/" + id + "/certificate").ownedBy(s.enterprise());
        });
    }

    private AfterSamples() {}

    /** A registration somebody made for himself. */
    private static Call own(Situation s, boolean came, String part) throws SQLException {
        long owner = ObservationSamples.owner(s);
        long id = registration(session(s), 0);
        Rows.change("update training_registration set account_id = ? where id = ?", owner, id);
        present(id, came);
        return Call.to("/portal/my/trainings/" + id + part).ownedBy(owner);
    }

    private static long course(Situation s) throws SQLException {
        long id = Rows.number(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages) select id,"
                        + " org_path, ?, '样例', '{ALL}', 60, '{ZH}' from unit where id = ? returning id",
                "AFTER-SAMPLE-" + COUNT.incrementAndGet() + "-" + System.nanoTime() % 1_000_000,
                s.unitId());
        Rows.change(
                "insert into training_check_question (course_id, number, text_zh, options, right_option, since) values (?, 1,"
                        + " '样例', '[{\"zh\": \"a\"}, {\"zh\": \"b\"}]', 0, '2020-01-01')",
                id);
        return id;
    }

    /** One that ended yesterday. */
    private static long session(Situation s) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, course_id, starts_at, ends_at, status)"
                        + " select id, org_path, 'CLASS', '样例', ?, now() - interval '26 hours', now() - interval '1 day', 'HELD'"
                        + " from unit where id = ? returning id",
                course(s),
                s.unitId());
    }

    private static Call held(Situation s, String root, String part) throws SQLException {
        return Call.to(root + session(s) + part).about(s.path());
    }

    private static long registration(long session, long enterprise) throws SQLException {
        return Rows.number(
                "insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name, mail,"
                        + " language, status) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', ?, 'zh', 'REGISTERED'"
                        + " from training_session s left join enterprise e on e.id = ? where s.id = ? returning id",
                "sample.after" + COUNT.incrementAndGet() + "@enterprise.test",
                enterprise,
                session);
    }

    private static long attendance(long registration) throws SQLException {
        return Rows.number(
                "insert into training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path,"
                        + " name, language, way, arrived_at) select session_id, session_path, id, enterprise_id, unit_id, org_path,"
                        + " name, language, 'TICKET', now() from training_registration where id = ? returning id",
                registration);
    }

    private static long certificate(Situation s, long enterprise) throws SQLException {
        return Rows.number(
                "select id from training_certificate where attendance_id = ?",
                attendance(registration(session(s), enterprise)));
    }

    /** @param came whether he was there, else he is asked why not */
    private static Call ticket(Situation s, boolean came, String part) throws SQLException {
        long id = registration(session(s), 0);
        present(id, came);
        String token = String.format("%043d", id);
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-06-01')",
                Digests.sha256(token),
                id);
        return Call.to(TICKET + token + part);
    }

    private static void present(long id, boolean came) throws SQLException {
        if (came) {
            attendance(id);
        } else {
            Rows.change(
                    "insert into training_absence (registration_id, session_id, session_path, asked_at) select id, session_id,"
                            + " session_path, now() from training_registration where id = ?",
                    id);
        }
    }

    private static Call feedback(Situation s, String root) throws SQLException {
        long session = session(s);
        for (int i = 0; i < 5; i++) {
            Rows.change(
                    "insert into training_feedback (session_id, session_path, attendance_id, content, value, words, given_at,"
                            + " changed_at) select session_id, session_path, id, 3, 3, '样例', now(), now()"
                            + " from training_attendance where id = ?",
                    attendance(registration(session, 0)));
        }
        long one = Rows.number("select max(id) from training_feedback where session_id = ?", session);
        return Call.to(root + session + "/feedback/" + one + "/mark").about(s.path());
    }

    private static Call raised(Situation s, String root, String part) throws SQLException {
        long session = session(s);
        long id = Rows.number(
                "insert into training_raised (session_id, session_path, name, words, entered_by) select id, org_path, '样例',"
                        + " '样例', " + OFFICER + " from training_session where id = ? returning id",
                session);
        return Call.to(root + session + "/questions/" + id + part).about(s.path());
    }

    private static Call report(Situation s, String root, String status, String part) throws SQLException {
        long session = session(s);
        report(session, status, "样例");
        return Call.to(root + session + "/report" + part).about(s.path());
    }

    private static void report(long session, String status, String summary) throws SQLException {
        Rows.change(
                "insert into training_report (session_id, unit_id, org_path, status, summary, author_id, facts, finished_at)"
                        + " select id, unit_id, org_path, ?, ?, " + OFFICER + ", case when ? = 'FINISHED' then"
                        + " training_report_facts(id) end, case when ? = 'FINISHED' then now() end from training_session"
                        + " where id = ?",
                status,
                summary,
                status,
                status,
                session);
    }

    /** A closing report of a session with that title. */
    static void stock(String title, String summary) throws SQLException {
        long id = Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status) select id,"
                        + " org_path, 'CLASS', ?, '2026-03-02 01:00+00', '2026-03-02 03:00+00', 'HELD' from unit"
                        + " where code = '5304' returning id",
                title);
        report(id, "DRAFT", summary);
    }
}
