package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of all that belongs to a session when it is changed, called off, moved or copied. */
@RunAsClient
class WholeSessionIT implements ServerTest {

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller elsewhere = Caller.signedIn("pudong.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        String all = "(select id from training_session where title_zh like 'IT-%')";
        Rows.change("delete from training_session_field where session_id in " + all);
        PlannedSession.forget("IT-");
        Rows.change("delete from campaign where title_zh like 'IT-%'");
    }

    private HttpResponse<String> save(long id, String... more) throws SQLException {
        Map<String, String> facts = Plans.facts(more);
        facts.put("version", Plans.version(id));
        return district.form(Plans.HOME + "/" + id + "/edit", facts);
    }

    private HttpResponse<String> callOff(long id) throws SQLException {
        return district.form(
                Plans.HOME + "/" + id + "/cancellation", Map.of("version", Plans.version(id), "reason", "台风"));
    }

    private static String one(String sql, Object... values) throws SQLException {
        return Rows.one("select (" + sql + ")::text as it", values).text("it");
    }

    private static void over(long id) throws SQLException {
        Rows.change(
                "update training_session set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'"
                        + " where id = ?",
                id);
    }

    private static long attendee(long session) throws SQLException {
        Rows.change("update training_seat_pool set taken = taken + 1 where session_id = ?", session);
        return Rows.number(
                "insert into training_registration (session_id, session_path, name, mail, language, status) select id,"
                        + " org_path, 'whole', 'whole@it.training.test', 'zh', 'REGISTERED' from training_session"
                        + " where id = ? returning id",
                session);
    }

    @Test
    void aDraftThatIsCalledOffStaysInside() throws SQLException {
        long draft = Plans.planned(district);
        assertThat(callOff(draft).statusCode()).isEqualTo(303);
        assertThat(Plans.page(district, draft)).contains("台风");
        assertThat(anybody.get("/portal/trainings/" + draft).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(Plans.HOME + "/" + draft).statusCode()).isEqualTo(404);
        long out = Plans.published(district, "titleZh", "IT-已发布");
        assertThat(callOff(out).statusCode()).isEqualTo(303);
        assertThat(anybody.get("/portal/trainings/" + out).body()).contains("台风");
        assertThat(elsewhere.get(Plans.HOME + "/" + out).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsOverIsNeitherCalledOffNorMovedToATimeToComeAndChangingItWritesNoLetters() throws SQLException {
        long id = Plans.published(district);
        long registration = attendee(id);
        over(id);
        assertThat(callOff(id).statusCode()).isEqualTo(409);
        assertThat(save(id).statusCode()).as("a day to come").isEqualTo(409);
        HttpResponse<String> earlier = save(id, "startDay", "2026-03-02", "endTime", "12:00");
        assertThat(earlier.statusCode()).as(earlier.body()).isEqualTo(303);
        assertThat(one("select count(*) from training_notice where registration_id = ?", registration))
                .isEqualTo("0");
        assertThat(one("select sequence || ' ' || status from training_session where id = ?", id))
                .isEqualTo("0 PUBLISHED");
    }

    @Test
    void seatsAreReckonedAnewOnlyWhenTheyMayBeOthers() throws SQLException {
        long id = Plans.published(district, "seats", "5", "quotas", "5304 2");
        String rows =
                "select string_agg(xmin || ' ' || seats, ',' order by seats) from training_seat_pool where session_id = ?";
        String before = one(rows, id);
        assertThat(save(id, "seats", "5", "quotas", "5304 2", "aboutZh", "讲解", "placeZh", "会议厅")
                        .statusCode())
                .isEqualTo(303);
        assertThat(one(rows, id)).isEqualTo(before);
        save(id, "seats", "6", "quotas", "5304 2");
        assertThat(one(rows, id)).isNotEqualTo(before).contains(" 2", " 4");
        save(id, "seats", "6", "quotas", "5304 1");
        assertThat(one(rows, id)).contains(" 1", " 5");
        Rows.change("update training_session set release_on = '2026-01-05', released = true where id = ?", id);
        assertThat(save(id, "seats", "6", "quotas", "5304 1").statusCode())
                .as("no day of release any more")
                .isEqualTo(303);
        assertThat(one("select released from training_session where id = ?", id))
                .isEqualTo("false");
    }

    @Test
    void theCampaignOfASessionStaysItsOwnWhenItIsOver() throws SQLException {
        long campaign =
                Rows.number("insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on,"
                        + " author_id, frozen_at, status) select u.id, u.org_path, 'OWN', 'IT-专项', 'x', '2026-01-01', '2026-02-01',"
                        + " (select min(id) from account where kind = 'OFFICER'), '2026-01-01', 'ENDED' from unit u where u.code = '5300'"
                        + " returning id");
        long id = Plans.planned(district);
        Rows.change("update training_session set campaign_id = ? where id = ?", campaign, id);
        assertThat(district.get(Plans.HOME + "/" + id + "/edit").body())
                .contains("<option value=\"" + campaign + "\" selected");
        assertThat(district.get(Plans.HOME + "/new").body()).doesNotContain("IT-专项");
    }

    private long conference(String... more) throws SQLException {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "CONFERENCE", "titleZh", "IT-大会", "seats", "9"));
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return Plans.planned(
                district,
                facts.entrySet().stream()
                        .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new));
    }

    private long part(long conference, String title, String from, String until, String... more) throws SQLException {
        Map<String, String> form =
                new TreeMap<>(Map.of("part", "BREAKOUT", "titleZh", title, "startDay", "2099-03-02"));
        form.putAll(Map.of("startTime", from, "endTime", until));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        HttpResponse<String> made = district.form(Plans.HOME + "/" + conference + "/programme/parts/new", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return Rows.number(
                "select max(id) from training_session where parent_id = ? and title_zh = ?", conference, title);
    }

    private static List<String> programme(long conference) throws SQLException {
        return Rows.all(
                        "select s.title_zh || ' ' || to_char(s.starts_at at time zone s.zone, 'MM-DD HH24:MI') || '-'"
                                + " || to_char(s.ends_at at time zone s.zone, 'HH24:MI') || ' ' || s.zone || ' ' || s.sequence as it"
                                + " from training_session s where s.parent_id = ? order by s.starts_at, s.id",
                        conference)
                .stream()
                .map(row -> row.text("it"))
                .toList();
    }

    @Test
    void theProgrammeOfAConferenceMovesWithIt() throws SQLException {
        long id = conference();
        long first = part(id, "IT-甲", "09:00", "10:00");
        part(id, "IT-乙", "10:00", "11:00");
        save(id, "kind", "CONFERENCE", "titleZh", "IT-大会", "seats", "9", "zone", "Asia/Tokyo");
        assertThat(programme(id))
                .as("a draft")
                .containsExactly("IT-甲 03-02 09:00-10:00 Asia/Tokyo 0", "IT-乙 03-02 10:00-11:00 Asia/Tokyo 0");
        Plans.publish(district, id);
        long delegate = attendee(id);
        Rows.change(
                "insert into training_registration (session_id, session_path, name, mail, language, status, delegate_id)"
                        + " select id, org_path, 'whole', 'whole@it.training.test', 'zh', 'REGISTERED', ? from"
                        + " training_session where id = ?",
                delegate,
                first);
        String[] later = {
            "kind", "CONFERENCE", "titleZh", "IT-大会", "seats", "9", "startDay", "2099-03-04", "startTime", "13:30"
        };
        String[] more = {"endTime", "18:00", "reason", "场地调整"};
        HttpResponse<String> moved = save(
                id,
                java.util.stream.Stream.of(later, more)
                        .flatMap(java.util.stream.Stream::of)
                        .toArray(String[]::new));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(303);
        assertThat(programme(id))
                .containsExactly("IT-甲 03-04 13:30-14:30 Asia/Shanghai 1", "IT-乙 03-04 14:30-15:30 Asia/Shanghai 1");
        assertThat(one("select reason from training_session where id = ?", first))
                .isEqualTo("场地调整");
        assertThat(one(
                        "select count(*) from training_registration where sequence = 0 and session_id in (?, ?)",
                        id,
                        first))
                .as("each of his registrations has one letter")
                .isEqualTo("2");
    }

    @Test
    void aPartIsByTheClockOfItsConference() throws SQLException {
        long id = conference();
        long part = part(id, "IT-甲", "09:00", "10:00");
        Rows.change("update training_session set zone = 'Europe/Paris' where id = ?", part);
        Map<String, String> form =
                new TreeMap<>(Map.of("part", "BREAKOUT", "titleZh", "IT-甲", "startDay", "2099-03-02"));
        form.putAll(Map.of("startTime", "09:00", "endTime", "10:30", "version", Plans.version(part)));
        assertThat(district.form(Plans.HOME + "/" + id + "/programme/parts/" + part, form)
                        .statusCode())
                .isEqualTo(303);
        assertThat(programme(id)).containsExactly("IT-甲 03-02 09:00-10:30 Asia/Shanghai 0");
    }

    @Test
    void copiesSeriesAndTemplatesHaveTheSettingsAndTheProgramme() throws SQLException {
        long id = conference();
        Rows.change("update training_session set reminders = '{7}', min_share = 55, check_out = true where id = ?", id);
        String home = Plans.HOME + "/" + id + "/programme/";
        district.form(home + "tracks", Map.of("trackZh", "甲会场"));
        district.form(home + "types", Map.of("typeZh", "企业", "typeSeats", "4"));
        String track = one("select id from training_track where session_id = ?", id);
        long part = part(id, "IT-甲", "09:00", "10:00", "track", track, "seats", "3");
        district.form(home + "parts/" + part + "/speakers", Map.of("speakerZh", "演示人"));
        HttpResponse<String> copied = district.json(
                "POST",
                "/api/v1/trainings/" + id + "/copies",
                "{\"startsAt\":\"2099-06-01T10:00:00\",\"endsAt\":\"2099-06-01T12:30:00\"}");
        assertThat(copied.statusCode()).as(copied.body()).isEqualTo(201);
        whole(Rows.number("select max(id) from training_session where title_zh = 'IT-大会'"), "06-01 10:00-11:00");
        HttpResponse<String> kept = district.form(Plans.HOME + "/" + id + "/template", Map.of());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        long template = Rows.number("select id from training_session where title_zh = 'IT-大会' and template");
        whole(template, "03-02 09:00-10:00");
        Map<String, String> series = new TreeMap<>(Map.of("firstDay", "2099-04-06", "rhythm", "WEEKLY", "count", "1"));
        series.putAll(Map.of("patternZh", "IT-第{n}届", "numberFrom", "1"));
        assertThat(district.form(Plans.HOME + "/" + template + "/series", series)
                        .statusCode())
                .isEqualTo(303);
        whole(Rows.number("select id from training_session where title_zh = 'IT-第1届'"), "04-06 09:00-10:00");
    }

    private static void whole(long copy, String when) throws SQLException {
        assertThat(one(
                        "select reminders::text || ' ' || min_share || ' ' || check_out from training_session where id = ?",
                        copy))
                .isEqualTo("{7} 55 true");
        assertThat(programme(copy)).containsExactly("IT-甲 " + when + " Asia/Shanghai 0");
        assertThat(one(
                        "select w.name_zh || ' ' || t.name_zh || ' ' || p.capacity || ' ' || p.status from training_session p"
                                + " join training_track t on t.id = p.track_id and t.session_id = p.parent_id"
                                + " join training_speaker w on w.session_id = p.id where p.parent_id = ?",
                        copy))
                .isEqualTo("演示人 甲会场 3 DRAFT");
        assertThat(one(
                        "select string_agg(coalesce(d.name_zh, '-') || ' ' || s.seats, ',' order by s.seats) from"
                                + " training_seat_pool s left join training_delegate_type d on d.id = s.delegate_type"
                                + " where s.session_id = ?",
                        copy))
                .isEqualTo("企业 4,- 5");
    }

    @Test
    void aQuestionHangsOnTheSameChoiceWhereverItMoves() throws SQLException {
        long id = Plans.planned(district);
        String fields = Plans.HOME + "/" + id + "/fields/";
        district.form(fields + "new", Map.of("questionZh", "语言", "answerKind", "CHOICE", "choiceZh", "甲\n乙"));
        String asked = one("select min(id) from training_session_field where session_id = ?", id);
        district.form(fields + "new", Map.of("questionZh", "级别", "answerKind", "TEXT", "shownWhen", asked + "=1"));
        String value = "select shown_value from training_session_field where session_id = ? and shown_if is not null";
        assertThat(one(value, id)).isEqualTo("1");
        Map<String, String> words = new TreeMap<>(Map.of("questionZh", "语言", "answerKind", "CHOICE", "version", "0"));
        words.put("choiceZh", "乙\n甲\n丙");
        assertThat(district.form(fields + asked, words).statusCode()).isEqualTo(303);
        assertThat(one(value, id)).isEqualTo("0");
        words.putAll(Map.of("version", "1", "choiceZh", "甲\n丙"));
        assertThat(district.form(fields + asked, words).body()).contains("“级别”以此问题的答案为显示条件");
        assertThat(one(value, id)).isEqualTo("0");
    }
}
