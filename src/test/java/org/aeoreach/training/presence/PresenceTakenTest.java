package org.aeoreach.training.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.checkin.SampleHall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a list of participants makes of attendance that is there, in a session of 100 minutes. */
@Tag("db")
class PresenceTakenTest {

    private SampleHall hall;

    PresenceTakenTest() throws SQLException {
        hall = SampleHall.of(null);
    }

    @BeforeEach
    void past() throws SQLException {
        hall = hall.during("-100 minutes", "0 minutes");
    }

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    private long listed(String name, long registration, String found, int from, int until) throws SQLException {
        return Rows.number(
                "insert into training_presence (session_id, session_path, name, mail, joined_at, left_at, minutes, spans,"
                        + " registration_id, found, account_id)"
                        + " select id, org_path, ?, case when ? = 'NAME' then null else ? || '@hall.example' end,"
                        + " starts_at + make_interval(mins => ?), starts_at + make_interval(mins => ?), ?,"
                        + " tstzmultirange(tstzrange(starts_at + make_interval(mins => ?),"
                        + " starts_at + make_interval(mins => ?))), ?, ?, (select min(id) from account)"
                        + " from training_session where id = ? returning id",
                name,
                found,
                name,
                from,
                until,
                until - from,
                from,
                until,
                registration == 0 ? null : registration,
                found,
                hall.id());
    }

    private void take(String confirmed, String walkIns) throws SQLException {
        try (Connection officer = TestPostgres.running().application();
                Statement statement = officer.createStatement()) {
            statement.execute("select set_config('app.write_lo', '0000.5300.5304.', false),"
                    + " set_config('app.write_hi', '0000.5300.5304/', false)");
            statement.execute("select training_presence_taken(" + hall.id() + ", '{" + confirmed + "}', '{" + walkIns
                    + "}', now())");
        }
    }

    private void came(long registration, @Nullable Integer minutes) throws SQLException {
        Rows.change(
                "insert into training_attendance (session_id, session_path, registration_id, name, mail, way, arrived_at,"
                        + " left_at, minutes) select r.session_id, r.session_path, r.id, r.name, r.mail, 'TICKET',"
                        + " s.starts_at, case when cast(? as int) is not null then s.ends_at end, cast(? as int)"
                        + " from training_registration r join training_session s on s.id = r.session_id where r.id = ?",
                minutes,
                minutes,
                registration);
    }

    private List<String> attendance() throws SQLException {
        return Rows.all(
                        "select name || ' ' || coalesce(minutes::text, '-') || ' ' || counts || ' ' || way as it"
                                + " from training_attendance where session_id = ? order by name",
                        hall.id())
                .stream()
                .map(row -> row.text("it"))
                .toList();
    }

    @Test
    void whoWasAtTheDoorWasThereWhateverAListSays() throws SQLException {
        long plain = hall.person("a", "REGISTERED");
        long left = hall.person("b", "REGISTERED");
        came(plain, null);
        came(left, 80);
        listed("a", plain, "MAIL", 0, 5);
        listed("b", left, "MAIL", 0, 5);
        take("", "");
        assertThat(attendance()).containsExactly("a - true TICKET", "b 80 true TICKET");
        assertThat(Rows.number(
                        "select count(*) from training_attendance where session_id = ? and left_at is null", hall.id()))
                .isEqualTo(1);
    }

    @Test
    void severalRowsOfOneRegistrationAreOneStay() throws SQLException {
        long id = hall.person("a", "REGISTERED");
        listed("a", id, "MAIL", 0, 50);
        long phone = listed("a phone", id, "NAME", 40, 80);
        listed("a home", id, "NAME", 90, 95);
        take(Long.toString(phone), "");
        assertThat(attendance()).containsExactly("a 80 true LIST");
    }

    @Test
    void whoIsOnALaterListIsThereAsThatSays() throws SQLException {
        long id = hall.person("a", "REGISTERED");
        listed("a", id, "MAIL", 0, 90);
        take("", "");
        listed("a", id, "MAIL", 0, 60);
        take("", "");
        assertThat(attendance()).containsExactly("a 60 false LIST");
    }

    @Test
    void whoWasLetInUnannouncedAtTheDoorIsNotEnteredTwice() throws SQLException {
        Rows.change(
                "insert into training_attendance (session_id, session_path, name, mail, way, arrived_at)"
                        + " select id, org_path, 'w', 'W@hall.example', 'WALK_IN', starts_at from training_session"
                        + " where id = ?",
                hall.id());
        take("", Long.toString(listed("w", 0, "NONE", 0, 5)));
        assertThat(attendance()).containsExactly("w - true WALK_IN");
    }
}
