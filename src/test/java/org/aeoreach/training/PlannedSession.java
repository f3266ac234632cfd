package org.aeoreach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/** A session of the running server as an officer planned it, and people who come to it; all are forgotten at once. */
public final class PlannedSession {

    private static final String HOME = "/desk/trainings";
    private static final Pattern TICKET = Pattern.compile("/portal/trainings/tickets/([A-Za-z0-9_-]{43})");

    private final long id;

    private PlannedSession(long id) {
        this.id = id;
    }

    public static PlannedSession draft(Caller who, String title, String... more) throws SQLException {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "kind", "CLASS", "titleZh", title, "startDay", "2099-03-02", "startTime", "09:00", "endTime", "17:30"));
        facts.putAll(Map.of("zone", "Asia/Shanghai", "taughtIn", "ZH", "audience", "ALL", "acceptHours", "0"));
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        HttpResponse<String> answer = who.form(HOME + "/new", facts);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return new PlannedSession(Rows.number("select max(id) from training_session where title_zh = ?", title));
    }

    public static PlannedSession out(Caller who, String title, String... more) throws SQLException {
        return draft(who, title, more).publish(who);
    }

    public PlannedSession publish(Caller who) throws SQLException {
        assertThat(who.form(desk() + "/publication", Map.of("version", version()))
                        .statusCode())
                .isEqualTo(303);
        return this;
    }

    public long id() {
        return id;
    }

    public String desk() {
        return HOME + "/" + id;
    }

    public String version() throws SQLException {
        return Rows.one("select version from training_session where id = ?", id).text("version");
    }

    public static Map<String, String> person(String name) {
        return Map.of("name", name, "mail", name + "@it.training.test", "language", "ZH");
    }

    /** Registers with an address and confirms it; the address of his page. */
    public String comes(String name, String... more) throws Exception {
        Map<String, String> form = new TreeMap<>(person(name));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        Caller anybody = Caller.anonymous();
        HttpResponse<String> kept = anybody.form("/portal/trainings/" + id, form);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        String ticket = ticket(letter(name, "training-confirm"));
        assertThat(anybody.form(ticket + "/confirmation", Map.of()).statusCode())
                .isEqualTo(303);
        return ticket;
    }

    public long registration(String name) throws SQLException {
        return Rows.number("select max(id) from training_registration where session_id = ? and name = ?", id, name);
    }

    /** The newest letter of that kind to him, once it is written. */
    public static Rows.Row letter(String name, String template) throws Exception {
        String mails = "select body_text, body_html, coalesce(calendar, '') as calendar from mail where recipient = ?"
                + " and template = ? order by id desc limit 1";
        List<Rows.Row> found = Rows.all(mails, name + "@it.training.test", template);
        for (int i = 0; i < 160 && found.isEmpty(); i++) {
            Thread.sleep(250);
            found = Rows.all(mails, name + "@it.training.test", template);
        }
        assertThat(found).as(template + " to " + name).isNotEmpty();
        return found.get(0);
    }

    public static String ticket(Rows.Row letter) {
        Matcher found = TICKET.matcher(letter.text("body_text"));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Everything of sessions whose title begins so. */
    public static void forget(String title) throws SQLException {
        String all = "(select c.id from training_session c left join training_session e on e.id = c.parent_id"
                + " where c.title_zh like '" + title + "%' or e.title_zh like '" + title + "%')";
        Rows.change("delete from mail where template like 'training-%'");
        Rows.change("delete from training_attendance where session_id in " + all);
        Rows.change("delete from training_registration where delegate_id is not null and session_id in " + all);
        Rows.change("delete from training_attendance where session_id in " + all);
        Rows.change("delete from training_registration where session_id in " + all);
        Rows.change("delete from training_quota where session_id in " + all);
        Rows.change("delete from training_session where parent_id in " + all);
        Rows.change("delete from training_seat_pool where session_id in " + all);
        Rows.change("delete from training_track where session_id in " + all);
        Rows.change("delete from training_delegate_type where session_id in " + all);
        Rows.change("delete from training_session where title_zh like '" + title + "%'");
    }
}
