package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.booking.SampleRoom;

/** Requests about what enterprises did after a training. */
final class OutcomeSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String LIST = "/desk/trainings/outcome/enterprises";

    static {
        ALL.put("GET /desk/trainings/{id}/outcome", s -> Call.to("/desk/trainings/" + held(s) + "/outcome")
                .about(s.path()));
        // Bases are for everybody, whatever was held there.
        for (String root : new String[] {"/desk/trainings/outcome/", "/api/v1/training-outcome/"}) {
            ALL.put("GET " + root + "{about}", s -> Call.to(root + "BASE-" + base(s)));
        }
        ALL.put("GET " + LIST, s -> Call.to(LIST + "?group=PRESENT&about=BASE-" + base(s)));
        ALL.put("GET " + LIST + "/export", s -> Call.to(LIST + "/export?about=BASE-" + base(s)));
        ALL.put(
                "GET /api/v1/training-outcome/enterprises",
                s -> Call.to("/api/v1/training-outcome/enterprises?about=BASE-" + base(s)));
    }

    private OutcomeSamples() {}

    /** A base where a session of the unit was held. */
    private static long base(Situation s) throws SQLException {
        SampleRoom made = SampleRoom.at(s.unit(), true);
        Rows.change("update training_session set room_id = ? where id = ?", made.room(), held(s));
        return made.base();
    }

    /** A session to which some enterprises of the unit came, and some did not. */
    private static long held(Situation s) throws SQLException {
        long session = session(s.path());
        String some = " from training_session s join (select *, row_number() over (order by id) as n from enterprise"
                + " where starts_with(org_path, ?) and merged_into is null limit 14) e on ";
        Rows.change(
                "insert into training_attendance (session_id, session_path, enterprise_id, unit_id, org_path, name, way,"
                        + " arrived_at) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', 'NAME', s.starts_at"
                        + some + "e.n <= 8 where s.id = ?",
                s.path(),
                session);
        Rows.change(
                "insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name, mail,"
                        + " language, status) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例',"
                        + " 'absent' || e.n || '@enterprise.test', 'zh', 'REGISTERED'" + some
                        + "e.n > 8 where s.id = ?",
                s.path(),
                session);
        return session;
    }

    private static long session(String path) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status) select id,"
                        + " org_path, 'CLASS', '样例', now() - interval '200 days', now() - interval '199 days', 'HELD' from unit"
                        + " where org_path = ? returning id",
                path);
    }

    /** These came to a session. */
    static void stock(long... enterprises) throws SQLException {
        long session = session("0000.5300.5304.");
        for (long enterprise : enterprises) {
            Rows.change(
                    "insert into training_attendance (session_id, session_path, enterprise_id, unit_id, org_path, name, way,"
                            + " arrived_at) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', 'NAME', s.starts_at"
                            + " from training_session s, enterprise e where s.id = ? and e.id = ?",
                    session,
                    enterprise);
        }
    }

    /** What the address of the list asks for. */
    static String given() throws SQLException {
        return "?limit=25&about=SESSION-"
                + Rows.number(
                        "select max(session_id) from (select session_id from training_attendance where session_path ="
                                + " '0000.5300.5304.' group by session_id having count(distinct enterprise_id) > 1) as several");
    }
}
