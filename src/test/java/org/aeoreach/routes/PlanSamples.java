package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;

/** Requests that make sessions of others, ask questions of who registers, and are officers' own. */
final class PlanSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String DESK = "/desk/trainings/";
    private static final String API = "/api/v1/trainings/";
    private static final String SERIES = "{\"firstDay\":\"2099-04-06\",\"rhythm\":\"WEEKLY\",\"count\":2,"
            + "\"patternZh\":\"样例{n}\",\"numberFrom\":1}";
    private static final String QUESTION = "{\"questionZh\":\"样例\",\"answerKind\":\"YES_NO\",\"needed\":true}";

    static {
        ALL.put("GET /desk/trainings/{id}/series", s -> draft(s, DESK, "/series"));
        ALL.put("POST /desk/trainings/{id}/series", s -> draft(s, DESK, "/series")
                .form(series()));
        ALL.put("POST /desk/trainings/{id}/template", s -> draft(s, DESK, "/template")
                .form(Map.of()));
        ALL.put("POST /desk/trainings/{id}/removal", s -> template(s, DESK, "/removal")
                .form(Map.of()));
        ALL.put("POST /api/v1/trainings/{id}/series", s -> draft(s, API, "/series")
                .json(SERIES));
        ALL.put("POST /api/v1/trainings/{id}/copies", s -> draft(s, API, "/copies")
                .json("{\"startsAt\":\"2099-04-06T09:00:00\",\"endsAt\":\"2099-04-06T11:00:00\"}"));
        ALL.put("POST /api/v1/trainings/{id}/template", s -> draft(s, API, "/template"));
        ALL.put("DELETE /api/v1/trainings/{id}/template", s -> template(s, API, "/template"));
        addFields();
        addSelf();
    }

    private PlanSamples() {}

    private static void addFields() {
        Map<String, String> words = Map.of("questionZh", "样例", "answerKind", "TEXT", "version", "0");
        ALL.put("GET /desk/trainings/{id}/fields", s -> draft(s, DESK, "/fields"));
        ALL.put("GET /desk/trainings/{id}/fields/new", s -> draft(s, DESK, "/fields/new"));
        ALL.put("POST /desk/trainings/{id}/fields/new", s -> draft(s, DESK, "/fields/new")
                .form(words));
        ALL.put("GET /desk/trainings/{id}/fields/{field}", s -> field(s, DESK, ""));
        ALL.put("POST /desk/trainings/{id}/fields/{field}", s -> field(s, DESK, "")
                .form(words));
        ALL.put("POST /desk/trainings/{id}/fields/{field}/ending", s -> field(s, DESK, "/ending")
                .form(Map.of("version", "0")));
        ALL.put("GET /api/v1/trainings/{id}/fields", s -> draft(s, API, "/fields"));
        ALL.put("POST /api/v1/trainings/{id}/fields", s -> draft(s, API, "/fields")
                .json(QUESTION));
        ALL.put("GET /api/v1/trainings/{id}/fields/{field}", s -> field(s, API, ""));
        ALL.put(
                "PUT /api/v1/trainings/{id}/fields/{field}",
                s -> field(s, API, "").json(QUESTION).ifMatch(0));
        ALL.put("DELETE /api/v1/trainings/{id}/fields/{field}", s -> field(s, API, "")
                .ifMatch(0));
    }

    // A draft takes nobody; one that is out would be there for every officer.
    private static void addSelf() {
        Map<String, String> words = Map.of("mail", "self@example.test", "language", "ZH");
        ALL.put("GET /desk/trainings/{id}/self", s -> officers(s, DESK, "/self"));
        ALL.put(
                "POST /desk/trainings/{id}/self",
                s -> officers(s, DESK, "/self").form(words).refusedWith(409));
        ALL.put(
                "POST /desk/trainings/{id}/self/acceptance",
                s -> officers(s, DESK, "/self/acceptance").form(Map.of()).refusedWith(404));
        ALL.put(
                "POST /desk/trainings/{id}/self/cancellation",
                s -> officers(s, DESK, "/self/cancellation").form(Map.of()).refusedWith(404));
        ALL.put("GET /api/v1/trainings/{id}/self", s -> officers(s, API, "/self")
                .refusedWith(404));
        ALL.put("POST /api/v1/trainings/{id}/self", s -> officers(s, API, "/self")
                .json("{\"mail\":\"self@example.test\",\"language\":\"ZH\"}")
                .refusedWith(409));
        ALL.put("DELETE /api/v1/trainings/{id}/self", s -> officers(s, API, "/self")
                .refusedWith(404));
    }

    private static Map<String, String> series() {
        return Map.of(
                "firstDay",
                "2099-04-06",
                "rhythm",
                "DAYS",
                "everyDays",
                "3",
                "count",
                "2",
                "patternZh",
                "样例{n}",
                "numberFrom",
                "1");
    }

    private static Call draft(Situation s, String root, String part) throws SQLException {
        return Call.to(root + SessionSamples.session(s, "DRAFT") + part).about(s.path());
    }

    private static Call template(Situation s, String root, String part) throws SQLException {
        long id = SessionSamples.session(s, "DRAFT");
        Rows.change("update training_session set template = true where id = ?", id);
        return Call.to(root + id + part).about(s.path());
    }

    private static Call officers(Situation s, String root, String part) throws SQLException {
        long id = SessionSamples.session(s, "DRAFT");
        Rows.change("update training_session set audience = '{OFFICERS}' where id = ?", id);
        return Call.to(root + id + part).about(s.path());
    }

    private static Call field(Situation s, String root, String part) throws SQLException {
        long id = SessionSamples.session(s, "DRAFT");
        long field = Rows.number(
                "insert into training_session_field (session_id, position, label_zh, kind) values (?, 1, '样例', 'TEXT')"
                        + " returning id",
                id);
        return Call.to(root + id + "/fields/" + field + part).about(s.path());
    }
}
