package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;

/** Requests about conferences, their programmes and what delegates choose. */
final class ConferenceSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String DESK = "/desk/trainings/";
    private static final String API = "/api/v1/trainings/";
    private static final String HERE = "{id}/programme";
    private static final String JSON =
            "{\"part\":\"BREAKOUT\",\"titleZh\":\"样例\",\"startDay\":\"2099-03-02\",\"startTime\":\"09:30:00\","
                    + "\"endTime\":\"10:00:00\"}";
    private static final Map<String, String> FACTS = Map.of(
            "part",
            "BREAKOUT",
            "titleZh",
            "样例",
            "startDay",
            "2099-03-02",
            "startTime",
            "09:30",
            "endTime",
            "10:00",
            "version",
            "0");

    /** A conference with one of everything. */
    record Sample(long conference, long part, long track, long speaker, long type) {}

    static {
        ALL.putAll(ObservationSamples.ALL);
        ALL.put("GET " + DESK + HERE, s -> of(s, DESK, ""));
        ALL.put("GET " + DESK + HERE + "/parts/new", s -> of(s, DESK, "/parts/new"));
        ALL.put("POST " + DESK + HERE + "/parts/new", s -> of(s, DESK, "/parts/new")
                .form(FACTS));
        ALL.put("GET " + DESK + HERE + "/parts/{part}", s -> of(s, DESK, "/parts/PART"));
        ALL.put("POST " + DESK + HERE + "/parts/{part}", s -> of(s, DESK, "/parts/PART")
                .form(FACTS));
        ALL.put("POST " + DESK + HERE + "/parts/{part}/removal", s -> of(s, DESK, "/parts/PART/removal")
                .form(Map.of()));
        ALL.put("POST " + DESK + HERE + "/parts/{part}/cancellation", s -> out(s, DESK, "/parts/PART/cancellation")
                .form(Map.of("version", "0", "reason", "样例")));
        ALL.put("POST " + DESK + HERE + "/parts/{part}/speakers", s -> of(s, DESK, "/parts/PART/speakers")
                .form(Map.of("speakerZh", "样例")));
        ALL.put(
                "POST " + DESK + HERE + "/parts/{part}/speakers/{speaker}/removal",
                s -> of(s, DESK, "/parts/PART/speakers/SPEAKER/removal").form(Map.of()));
        ALL.put("POST " + DESK + HERE + "/tracks", s -> of(s, DESK, "/tracks").form(Map.of("trackZh", "样例一")));
        ALL.put("POST " + DESK + HERE + "/tracks/{track}/removal", s -> of(s, DESK, "/tracks/TRACK/removal")
                .form(Map.of()));
        ALL.put("POST " + DESK + HERE + "/types", s -> of(s, DESK, "/types")
                .form(Map.of("typeZh", "样例一", "typeSeats", "5")));
        ALL.put("POST " + DESK + HERE + "/types/{type}/removal", s -> of(s, DESK, "/types/TYPE/removal")
                .form(Map.of()));
        ALL.put("POST " + DESK + HERE + "/publication", s -> out(s, DESK, "/publication")
                .form(Map.of()));
    }

    static {
        ALL.put("GET " + API + HERE, s -> of(s, API, ""));
        ALL.put("POST " + API + HERE + "/parts", s -> of(s, API, "/parts").json(JSON));
        ALL.put(
                "PUT " + API + HERE + "/parts/{part}",
                s -> of(s, API, "/parts/PART").json(JSON).ifMatch(0));
        ALL.put("DELETE " + API + HERE + "/parts/{part}", s -> of(s, API, "/parts/PART"));
        ALL.put("POST " + API + HERE + "/parts/{part}/cancellation", s -> out(s, API, "/parts/PART/cancellation")
                .json("{\"reason\":\"样例\"}")
                .ifMatch(0));
        ALL.put("POST " + API + HERE + "/parts/{part}/speakers", s -> of(s, API, "/parts/PART/speakers")
                .json("{\"speakerZh\":\"样例\"}"));
        ALL.put(
                "DELETE " + API + HERE + "/parts/{part}/speakers/{speaker}",
                s -> of(s, API, "/parts/PART/speakers/SPEAKER"));
        ALL.put("POST " + API + HERE + "/tracks", s -> of(s, API, "/tracks").json("{\"trackZh\":\"样例一\"}"));
        ALL.put("DELETE " + API + HERE + "/tracks/{track}", s -> of(s, API, "/tracks/TRACK"));
        ALL.put("POST " + API + HERE + "/types", s -> of(s, API, "/types").json("{\"typeZh\":\"样例一\"}"));
        ALL.put("DELETE " + API + HERE + "/types/{type}", s -> of(s, API, "/types/TYPE"));
        ALL.put("POST " + API + HERE + "/publication", s -> out(s, API, "/publication"));
        ALL.put(
                "GET /portal/trainings/{id}/programme",
                s -> Call.to("/portal/trainings/" + make(s, "PUBLISHED").conference() + "/programme"));
        ALL.put(
                "GET /api/v1/portal/trainings/{id}/programme",
                s -> Call.to("/api/v1/portal/trainings/" + make(s, "PUBLISHED").conference() + "/programme"));
        for (String deed : new String[] {"POST", "DELETE"}) {
            ALL.put(deed + " /api/v1/training-registrations/{registration}/breakouts/{part}", s -> chosen(
                            s, 0, "/api/v1/training-registrations/", "/breakouts/")
                    .about(s.path()));
            ALL.put(deed + " /api/v1/portal/training-registrations/{registration}/breakouts/{part}", s -> chosen(
                            s, s.enterprise(), "/api/v1/portal/training-registrations/", "/breakouts/")
                    .ownedBy(s.enterprise()));
        }
        ALL.put("GET /desk/trainings/registrations/{registration}/programme", s -> chosen(
                        s, 0, "/desk/trainings/registrations/", "/programme")
                .about(s.path()));
        for (String deed : new String[] {"/choice", "/withdrawal"}) {
            ALL.put("POST /desk/trainings/registrations/{registration}/programme/{part}" + deed, s -> atDesk(s, deed));
        }
        ALL.put("GET /portal/my/trainings/{registration}/programme", s -> chosen(
                        s, s.enterprise(), "/portal/my/trainings/", "/programme")
                .ownedBy(s.enterprise()));
        ALL.put("GET /portal/trainings/tickets/{token}/programme", s -> ticket(s, ""));
        for (String deed : new String[] {"/choice", "/withdrawal"}) {
            ALL.put(
                    "POST /portal/my/trainings/{registration}/programme/{part}" + deed,
                    s -> deed(s, "/portal/my/trainings/", "/programme/", deed));
            ALL.put("POST /portal/trainings/tickets/{token}/programme/{part}" + deed, s -> ticket(s, deed)
                    .form(Map.of()));
        }
    }

    private ConferenceSamples() {}

    /** Of the unit called about, on a day far away. */
    static Sample make(Situation s, String status) throws SQLException {
        long conference = Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status) select id,"
                        + " org_path, 'CONFERENCE', '样例会议', '2099-03-02 01:00+00', '2099-03-02 09:00+00', ? from unit"
                        + " where id = ? returning id",
                status,
                s.unitId());
        long track = Rows.number(
                "insert into training_track (session_id, name_zh, position) values (?, '样例', 1) returning id",
                conference);
        long part = part(conference, status);
        long speaker = Rows.number(
                "insert into training_speaker (session_id, name_zh, post_zh, position) values (?, '样例发言人', '样例', 1)"
                        + " returning id",
                part);
        long type = status.equals("DRAFT")
                ? Rows.number(
                        "insert into training_delegate_type (session_id, name_zh, position) values (?, '样例', 1)"
                                + " returning id",
                        conference)
                : 0;
        return new Sample(conference, part, track, speaker, type);
    }

    private static long part(long conference, String status) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status, parent_id,"
                        + " part, capacity) select s.unit_id, s.org_path, s.kind, '样例讨论', s.starts_at,"
                        + " s.starts_at + interval '1 hour', ?, s.id, 'BREAKOUT', 5 from training_session s where s.id = ?"
                        + " returning id",
                status,
                conference);
    }

    private static Call of(Situation s, String root, String part) throws SQLException {
        return call(s, make(s, "DRAFT"), root, part);
    }

    private static Call out(Situation s, String root, String part) throws SQLException {
        Sample made = make(s, "PUBLISHED");
        part(made.conference(), "DRAFT");
        return call(s, made, root, part);
    }

    private static Call call(Situation s, Sample made, String root, String part) throws SQLException {
        String path = part.replace("PART", Long.toString(made.part()))
                .replace("TRACK", Long.toString(made.track()))
                .replace("SPEAKER", Long.toString(made.speaker()))
                .replace("TYPE", Long.toString(made.type()));
        return Call.to(root + made.conference() + "/programme" + path).about(s.path());
    }

    private static long delegate(Sample made, long enterprise) throws SQLException {
        long id = Rows.number(
                "insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name,"
                        + " mail, language, status) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', ?, 'zh',"
                        + " 'REGISTERED' from training_session s left join enterprise e on e.id = ? where s.id = ?"
                        + " returning id",
                "sample.delegate" + COUNT.incrementAndGet() + "@enterprise.test",
                enterprise,
                made.conference());
        Rows.change("update training_seat_pool set taken = taken + 1 where session_id = ?", made.conference());
        return id;
    }

    private static Call chosen(Situation s, long enterprise, String root, String way) throws SQLException {
        Sample made = make(s, "PUBLISHED");
        String path = root + delegate(made, enterprise) + way;
        return Call.to(way.endsWith("/") ? path + made.part() : path);
    }

    private static Call atDesk(Situation s, String deed) throws SQLException {
        Sample made = make(s, "PUBLISHED");
        return Call.to("/desk/trainings/registrations/" + delegate(made, 0) + "/programme/" + made.part() + deed)
                .form(Map.of())
                .about(s.path());
    }

    private static Call deed(Situation s, String root, String way, String deed) throws SQLException {
        Sample made = make(s, "PUBLISHED");
        return Call.to(root + delegate(made, s.enterprise()) + way + made.part() + deed)
                .form(Map.of())
                .ownedBy(s.enterprise());
    }

    private static Call ticket(Situation s, String deed) throws SQLException {
        Sample made = make(s, "PUBLISHED");
        String token = token(delegate(made, 0));
        return Call.to(
                "/portal/trainings/tickets/" + token + "/programme" + (deed.isEmpty() ? "" : "/" + made.part() + deed));
    }

    /** A secret link to a registration. */
    static String token(long registration) throws SQLException {
        String token = String.format("%043d", registration);
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-06-01')",
                Digests.sha256(token),
                registration);
        return token;
    }
}
