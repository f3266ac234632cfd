package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/** Sessions as tests plan them at the desk. */
public final class Plans {

    public static final String HOME = "/desk/trainings";
    public static final String TITLE = "IT-场次";

    private Plans() {}

    /** @param more fields and their values, one after the other */
    public static Map<String, String> facts(String... more) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "kind", "CLASS", "titleZh", TITLE, "startDay", "2099-03-02", "startTime", "09:00", "endTime", "11:30"));
        facts.putAll(Map.of("zone", "Asia/Shanghai", "taughtIn", "ZH", "audience", "ALL", "acceptHours", "0"));
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    public static long planned(Caller who, String... more) throws SQLException {
        HttpResponse<String> answer = who.form(HOME + "/new", facts(more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String made = answer.headers().firstValue("Location").orElseThrow();
        return Long.parseLong(made.substring(made.lastIndexOf('/') + 1));
    }

    public static long published(Caller who, String... more) throws SQLException {
        long id = planned(who, more);
        assertThat(publish(who, id).statusCode()).isEqualTo(303);
        return id;
    }

    public static HttpResponse<String> publish(Caller who, long id) throws SQLException {
        return who.form(HOME + "/" + id + "/publication", Map.of("version", version(id)));
    }

    public static String version(long id) throws SQLException {
        return Rows.one("select version from training_session where id = ?", id).text("version");
    }

    public static String page(Caller who, long id) {
        return who.get(HOME + "/" + id).body();
    }

    /** Takes all of them away, with their bookings. */
    public static void forget() throws SQLException {
        String all = "(select id from training_session where title_zh like 'IT-%')";
        Rows.change("delete from mail where template like 'training-%'");
        for (String table : new String[] {
            "training_booking",
            "training_registration",
            "training_quota",
            "training_session_trainer",
            "training_session_field",
            "training_seat_pool"
        }) {
            Rows.change("delete from " + table + " where session_id in " + all);
        }
        Rows.change("delete from training_session where title_zh like 'IT-%'");
    }
}
