package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;

/** Requests about contacts, tasks and broadcasts. */
final class OutreachSamples {
    private static final String REASON = "{\"reason\":\"样例\"}";
    private static final String FILE =
            "--sample\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                    + "Content-Type: application/pdf\r\n\r\n%PDF-1.7 sample\r\n--sample--\r\n";

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        String touchpoint = "GET /desk/touchpoints/{id}";
        for (String part : new String[] {"", "/correction", "/withdrawal"}) {
            ALL.put(touchpoint + part, s -> touchpoint(s, "/desk", part));
        }
        ALL.put("POST /desk/touchpoints", s -> Call.to("/desk/touchpoints").form(contact(s)));
        ALL.put("POST /desk/touchpoints/{id}/correction", OutreachSamples::correctByForm);
        ALL.put("POST /desk/touchpoints/{id}/withdrawal", s -> touchpoint(s, "/desk", "/withdrawal")
                .form(Map.of("reason", "样例", "version", "0")));
        ALL.put("POST /desk/touchpoints/{id}/files", s -> touchpoint(s, "/desk", "/files")
                .body("multipart/form-data; boundary=sample", FILE));
        ALL.put("POST /desk/touchpoints/{id}/journey", s -> touchpoint(s, "/desk", "/journey")
                .form(Map.of()));
        ALL.put("GET /api/v1/touchpoints/{id}", s -> touchpoint(s, "/api/v1", ""));
        ALL.put("GET /api/v1/touchpoints/{id}/versions", s -> touchpoint(s, "/api/v1", "/versions"));
        ALL.put("POST /api/v1/touchpoints", s -> Call.to("/api/v1/touchpoints").json(json(s)));
        ALL.put("PUT /api/v1/touchpoints/{id}", s -> touchpoint(s, "/api/v1", "")
                .json("{\"contact\":" + json(s) + ",\"reason\":\"样例\"}")
                .ifMatch(0));
        ALL.put(
                "POST /api/v1/touchpoints/{id}/withdrawal",
                s -> touchpoint(s, "/api/v1", "/withdrawal").json(REASON).ifMatch(0));
        ALL.put("POST /api/v1/touchpoints/{id}/files", s -> touchpoint(s, "/api/v1", "/files")
                .body("application/pdf", "%PDF-1.7 sample"));
        ALL.put("GET /desk/enterprises/{id}/history", s -> history(s, "/desk", "/history"));
        ALL.put("GET /api/v1/enterprises/{id}/timeline", s -> history(s, "/api/v1", "/timeline"));
        addTasks();
        addBroadcasts();
    }

    private OutreachSamples() {}

    private static Call history(Situation s, String face, String part) throws SQLException {
        return Call.to(face + "/enterprises/" + EnterpriseSamples.newEnterprise(s) + part)
                .about(s.path());
    }

    private static void addTasks() {
        ALL.put("GET /desk/tasks/{id}", s -> task(s, "/desk", ""));
        ALL.put("POST /desk/tasks/{id}/outcome", s -> task(s, "/desk", "/outcome")
                .form(Map.of("status", "DONE", "outcome", "样例", "version", "0")));
        ALL.put("POST /desk/tasks/{id}/day", s -> task(s, "/desk", "/day")
                .form(Map.of("dueOn", Situation.today().plusDays(3).toString(), "reason", "样例", "version", "0")));
        ALL.put("POST /desk/tasks/{id}/owner", s -> task(s, "/desk", "/owner")
                .form(Map.of("ownerId", Long.toString(s.officer()), "reason", "样例", "version", "0")));
        ALL.put("GET /api/v1/tasks/{id}", s -> task(s, "/api/v1", ""));
        ALL.put("POST /api/v1/tasks", s -> Call.to("/api/v1/tasks")
                .json("{\"title\":\"样例\",\"dueOn\":\"" + Situation.today() + "\"}"));
        ALL.put("PUT /api/v1/tasks/{id}/outcome", s -> task(s, "/api/v1", "/outcome")
                .json("{\"status\":\"DROPPED\",\"outcome\":\"样例\"}")
                .ifMatch(0));
        ALL.put("PUT /api/v1/tasks/{id}/day", s -> task(s, "/api/v1", "/day")
                .json("{\"dueOn\":\"" + Situation.today() + "\",\"reason\":\"样例\"}")
                .ifMatch(0));
        ALL.put("PUT /api/v1/tasks/{id}/owner", s -> task(s, "/api/v1", "/owner")
                .json("{\"ownerId\":" + s.officer() + ",\"reason\":\"样例\"}")
                .ifMatch(0));
    }

    private static void addBroadcasts() {
        ALL.put("POST /desk/broadcasts", s -> Call.to("/desk/broadcasts")
                .form(Map.of(
                        "title",
                        "样例",
                        "day",
                        "2026-01-05",
                        "channel",
                        "LIVE_STREAM",
                        "audience",
                        "5",
                        "counted",
                        "true")));
        ALL.put("GET /desk/broadcasts/{id}", s -> broadcast(s, "/desk", ""));
        ALL.put("POST /desk/broadcasts/{id}/withdrawal", s -> broadcast(s, "/desk", "/withdrawal")
                .form(Map.of("reason", "样例", "version", "0")));
        ALL.put("POST /api/v1/broadcasts", s -> Call.to("/api/v1/broadcasts")
                .json("{\"title\":\"样例\",\"day\":\"2026-01-05\",\"channel\":\"CONFERENCE\",\"audience\":5,"
                        + "\"counted\":false}"));
        ALL.put("GET /api/v1/broadcasts/{id}", s -> broadcast(s, "/api/v1", ""));
        ALL.put(
                "POST /api/v1/broadcasts/{id}/withdrawal",
                s -> broadcast(s, "/api/v1", "/withdrawal").json(REASON).ifMatch(0));
    }

    /** The fields of a contact with a new enterprise of the unit. */
    private static Map<String, String> contact(Situation s) throws SQLException {
        return new TreeMap<>(Map.of(
                "enterprises",
                Long.toString(EnterpriseSamples.newEnterprise(s)),
                "day",
                "2026-01-05",
                "channel",
                "PHONE",
                "direction",
                "OUT",
                "said",
                "样例"));
    }

    private static String json(Situation s) throws SQLException {
        return "{\"day\":\"2026-01-05\",\"channel\":\"VISIT\",\"direction\":\"OUT\",\"enterprises\":["
                + EnterpriseSamples.newEnterprise(s) + "]}";
    }

    private static Call correctByForm(Situation s) throws SQLException {
        Map<String, String> fields = contact(s);
        fields.put("reason", "样例");
        fields.put("version", "0");
        return touchpoint(s, "/desk", "/correction").form(fields);
    }

    private static Call touchpoint(Situation s, String face, String part) throws SQLException {
        return Call.to(face + "/touchpoints/" + newTouchpoint(s) + part).about(s.path());
    }

    /** A new contact another officer of the unit had with a new enterprise. */
    static long newTouchpoint(Situation s) throws SQLException {
        long id = Rows.number(
                "insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength,"
                        + " said, account_id) values (?, ?, ?, '2026-01-05', '2026-01-05T04:00:00Z', 'VISIT', 'OUT',"
                        + " 'ONE_TO_ONE', '样例', ?) returning id",
                s.unitId(),
                s.path(),
                s.unitId(),
                s.person());
        Rows.change(
                "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id,"
                        + " at, timed, channel, strength, direction) select ?, id, unit_id, org_path, unit_id, unit_id,"
                        + " '2026-01-05T04:00:00Z', false, 'VISIT', 'ONE_TO_ONE', 'OUT' from enterprise where id = ?",
                id,
                EnterpriseSamples.newEnterprise(s));
        return id;
    }

    private static Call task(Situation s, String face, String part) throws SQLException {
        return Call.to(face + "/tasks/" + newTask(s) + part).about(s.path());
    }

    /** A new task of another officer of the unit. */
    static long newTask(Situation s) throws SQLException {
        long person = s.person();
        return Rows.number(
                "insert into task (unit_id, org_path, owner_id, title, due_on, account_id) values (?, ?, ?, '样例', ?, ?)"
                        + " returning id",
                s.unitId(),
                s.path(),
                person,
                Situation.today(),
                person);
    }

    private static Call broadcast(Situation s, String face, String part) throws SQLException {
        long id = Rows.number(
                "insert into broadcast (unit_id, org_path, happened_on, channel, title, audience, counted, account_id)"
                        + " values (?, ?, '2026-01-05', 'LIVE_STREAM', '样例', 100, false, ?) returning id",
                s.unitId(),
                s.path(),
                s.person());
        return Call.to(face + "/broadcasts/" + id + part).about(s.path());
    }
}
