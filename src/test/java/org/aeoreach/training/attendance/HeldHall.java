package org.aeoreach.training.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.checkin.SampleHall;

/** A session that is over: who was there, and what became of it in the ledger once attendance is closed. */
final class HeldHall {

    private static final String NOTED =
            "select p.enterprise_id || ' ' || p.channel || ' ' || p.strength as it from training_contact k"
                    + " join touchpoint_party p on p.touchpoint_id = k.touchpoint_id and p.withdrawn_at is null"
                    + " where k.session_id = ? order by p.enterprise_id";

    private HeldHall() {}

    static String api(SampleHall hall, String part) {
        return "/api/v1/trainings/" + hall.id() + "/attendance" + part;
    }

    static HttpResponse<String> close(Caller caller, SampleHall hall, String part) throws SQLException {
        long version = Rows.number("select version from training_session where id = ?", hall.id());
        return caller.json("POST", api(hall, part), "{}", "If-Match", "\"v" + version + "\"");
    }

    /** Closes attendance and waits until its contacts are noted. */
    static void closed(Caller caller, SampleHall hall) throws Exception {
        HttpResponse<String> answer = close(caller, hall, "/closing");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"HELD\"");
        written(hall);
    }

    /** Waits until contacts are noted. */
    static void written(SampleHall hall) throws Exception {
        String open = "select count(*) from job where kind = 'note-attendance' and status in ('WAITING', 'RUNNING')"
                + " and parameters ->> 'session' = ?";
        for (int i = 0; i < 240 && Rows.number(open, Long.toString(hall.id())) > 0; i++) {
            Thread.sleep(250);
        }
        assertThat(Rows.all(
                        "select status || coalesce(' ' || error, '') as it from job where kind = 'note-attendance'"
                                + " and parameters ->> 'session' = ? and status <> 'DONE'",
                        Long.toString(hall.id())))
                .extracting(row -> row.text("it"))
                .isEmpty();
    }

    static List<String> noted(SampleHall hall) throws SQLException {
        return Rows.all(NOTED, hall.id()).stream().map(row -> row.text("it")).toList();
    }

    static long comes(SampleHall hall, String name, SampleEnterprise enterprise) throws SQLException {
        long id = hall.person(name, "REGISTERED");
        hall.works(id, enterprise.id());
        return id;
    }

    static void there(SampleHall hall, long registration) throws SQLException {
        Rows.change(
                "insert into training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path,"
                        + " person_id, name, mail, way, arrived_at) select session_id, session_path, id, enterprise_id, unit_id,"
                        + " org_path, person_id, name, mail, 'NAME', now() - interval '3 hours' from training_registration"
                        + " where id = ? and session_id = ?",
                registration,
                hall.id());
    }

    /** A contact person of an enterprise. */
    static long person(SampleEnterprise enterprise, String name, String mail) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, ?, ?, 'COORDINATION', 'STATUTORY_DUTY' from enterprise where id = ?"
                        + " returning id",
                name,
                mail,
                enterprise.id());
    }
}
