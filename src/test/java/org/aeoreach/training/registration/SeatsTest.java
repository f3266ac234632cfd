package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who gets a seat, whose seat it is, and who gets it next. 5304 and 5316 are houses of district 5300. */
@Tag("db")
class SeatsTest {

    private static final String HOUSE = "5304";
    private static final String SISTER = "5316";
    private static final String DISTRICT = "5300";

    @Test
    void seatsOfAHouseAreTakenFirstThenThoseOfItsDistrictThenThoseForEverybody() throws SQLException {
        try (SampleSession session = SampleSession.of(3, "")) {
            session.quota(HOUSE, 1);
            session.quota(DISTRICT, 1);
            session.settle();
            for (int i = 0; i < 4; i++) {
                session.register("a" + i, SampleSession.enterprise(HOUSE, 0));
            }
            assertThat(session.states())
                    .containsExactly("a0 REGISTERED 5304", "a1 REGISTERED 5300", "a2 REGISTERED", "a3 WAITING");
            assertThat(session.adds()).isTrue();
        }
    }

    @Test
    void aSeatKeptForAUnitIsGivenToNobodyElse() throws SQLException {
        try (SampleSession session = SampleSession.of(2, "")) {
            session.quota(HOUSE, 1);
            session.settle();
            session.register("stranger", null);
            session.register("sister", SampleSession.enterprise(SISTER, 0));
            assertThat(session.states()).containsExactly("stranger REGISTERED", "sister WAITING");
            session.register("house", SampleSession.enterprise(HOUSE, 0));
            assertThat(session.states()).contains("house REGISTERED 5304", "sister WAITING");
        }
    }

    @Test
    void whoGivesUpIsFollowedByTheFirstWhoWaits() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "")) {
            session.register("a", null);
            session.register("b", null);
            session.register("c", null);
            assertThat(session.act("a", "CANCEL", SampleSession.NOW)).isEqualTo("CANCELLED");
            assertThat(session.states()).containsExactly("a CANCELLED", "b REGISTERED", "c WAITING");
            assertThat(session.told("b")).containsExactly("WAITING", "REGISTERED");
            assertThat(session.told("c")).containsExactly("WAITING");
            assertThat(session.told("a")).containsExactly("REGISTERED", "CANCELLED");
        }
    }

    @Test
    void whoWaitsAndGivesUpFreesNothing() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "")) {
            session.register("a", null);
            session.register("b", null);
            session.register("c", null);
            session.act("b", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).containsExactly("a REGISTERED", "b CANCELLED", "c WAITING");
            assertThat(session.adds()).isTrue();
        }
    }

    /** The one whose seat became free was of the house; another of it sits on a seat for everybody and moves over. */
    @Test
    void aSeatOfAHouseThatBecomesFreeLetsWhoWaitedFromElsewhereIn() throws SQLException {
        try (SampleSession session = SampleSession.of(2, "")) {
            session.quota(HOUSE, 1);
            session.settle();
            session.register("a", SampleSession.enterprise(HOUSE, 0));
            session.register("b", SampleSession.enterprise(HOUSE, 1));
            session.register("c", SampleSession.enterprise(SISTER, 0));
            assertThat(session.states()).containsExactly("a REGISTERED 5304", "b REGISTERED", "c WAITING");
            session.act("a", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).containsExactly("a CANCELLED", "b REGISTERED 5304", "c REGISTERED");
            assertThat(session.adds()).isTrue();
        }
    }

    @Test
    void aSeatOfAHouseThatBecomesFreeGoesToItsOwnThoughOthersWaitedLonger() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "")) {
            session.quota(HOUSE, 1);
            session.settle();
            session.register("a", SampleSession.enterprise(HOUSE, 0));
            session.register("b", SampleSession.enterprise(SISTER, 0));
            session.register("c", SampleSession.enterprise(HOUSE, 1));
            session.act("a", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).containsExactly("a CANCELLED", "b WAITING", "c REGISTERED 5304");
        }
    }

    @Test
    void unusedSeatsOfUnitsAreForEverybodyFromTheirDayOn() throws SQLException {
        try (SampleSession session = SampleSession.of(3, "release_on = '2027-03-05'")) {
            session.quota(HOUSE, 3);
            session.settle();
            session.register("house", SampleSession.enterprise(HOUSE, 0));
            session.register("a", null);
            session.register("b", null);
            session.register("c", null);
            SampleSession.pass(SampleSession.NOW.plus(Duration.ofDays(3)));
            assertThat(session.states())
                    .containsExactly("house REGISTERED 5304", "a WAITING", "b WAITING", "c WAITING");
            SampleSession.pass(SampleSession.NOW.plus(Duration.ofDays(4)));
            assertThat(session.states())
                    .containsExactly("house REGISTERED", "a REGISTERED", "b REGISTERED", "c WAITING");
            assertThat(session.adds()).isTrue();
            session.act("house", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).contains("c REGISTERED");
        }
    }

    @Test
    void enterprisesNeverReachedMoveUpBeforeOthersWhereThatIsWanted() throws SQLException {
        long reached = SampleSession.enterprise(HOUSE, 0);
        long unreached = SampleSession.enterprise(HOUSE, 1);
        Object before = Rows.one("select last_contact_on as d from enterprise where id = ?", reached)
                .columns()
                .get("d");
        Object other = Rows.one("select last_contact_on as d from enterprise where id = ?", unreached)
                .columns()
                .get("d");
        Rows.change("update enterprise set last_contact_on = '2026-05-05' where id = ?", reached);
        Rows.change("update enterprise set last_contact_on = null where id = ?", unreached);
        try (SampleSession session = SampleSession.of(1, "priority_unreached = true")) {
            session.register("in", null);
            session.register("stranger", null);
            session.register("reached", reached);
            session.register("unreached", unreached);
            session.act("in", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).contains("unreached REGISTERED", "reached WAITING", "stranger WAITING");
            session.act("unreached", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).contains("stranger REGISTERED", "reached WAITING");
        } finally {
            Rows.change("update enterprise set last_contact_on = ? where id = ?", before, reached);
            Rows.change("update enterprise set last_contact_on = ? where id = ?", other, unreached);
        }
    }

    @Test
    void anOfferIsAcceptedInTimeOrGoesToTheNext() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "accept_hours = 24")) {
            session.register("a", null);
            session.register("b", null);
            session.register("c", null);
            session.act("a", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).containsExactly("a CANCELLED", "b OFFERED", "c WAITING");
            SampleSession.pass(SampleSession.NOW.plus(Duration.ofHours(23)));
            assertThat(session.states()).contains("b OFFERED");
            SampleSession.pass(SampleSession.NOW.plus(Duration.ofHours(24)));
            assertThat(session.states()).containsExactly("a CANCELLED", "b EXPIRED", "c OFFERED");
            assertThat(session.act("b", "ACCEPT", SampleSession.NOW)).isEqualTo("EXPIRED");
            assertThat(session.act("c", "ACCEPT", SampleSession.NOW.plus(Duration.ofHours(30))))
                    .isEqualTo("REGISTERED");
            assertThat(session.told("b")).containsExactly("WAITING", "OFFERED", "EXPIRED");
            assertThat(session.adds()).isTrue();
        }
    }

    @Test
    void anOfferAcceptedTooLateIsNone() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "accept_hours = 1")) {
            session.register("a", null);
            session.register("b", null);
            session.act("a", "CANCEL", SampleSession.NOW);
            assertThat(session.act("b", "ACCEPT", SampleSession.NOW.plus(Duration.ofHours(2))))
                    .isEqualTo("EXPIRED");
            assertThat(session.states()).contains("b OFFERED");
        }
    }

    @Test
    void anEnterpriseHasNoMorePeopleThanItsShareThoseWhoWaitIncluded() throws SQLException {
        long enterprise = SampleSession.enterprise(HOUSE, 0);
        try (SampleSession session = SampleSession.of(1, "per_enterprise = 2")) {
            assertThat(session.register("a", enterprise)).isEqualTo("REGISTERED");
            assertThat(session.register("b", enterprise)).isEqualTo("WAITING");
            assertThat(session.register("c", enterprise)).isEqualTo("CAP");
            assertThat(session.register("d", SampleSession.enterprise(HOUSE, 1)))
                    .isEqualTo("WAITING");
            session.act("b", "CANCEL", SampleSession.NOW);
            assertThat(session.register("c", enterprise)).isEqualTo("WAITING");
        }
    }

    @Test
    void moreCapacityIsGivenToThoseWhoWait() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "")) {
            for (int i = 0; i < 4; i++) {
                session.register("a" + i, null);
            }
            session.set("capacity = 3");
            assertThat(session.settle()).isEqualTo(2);
            assertThat(session.states())
                    .containsExactly("a0 REGISTERED", "a1 REGISTERED", "a2 REGISTERED", "a3 WAITING");
            session.set("capacity = null");
            assertThat(session.settle()).isEqualTo(1);
        }
    }

    @Test
    void capacityCannotFallBelowTheSeatsTaken() throws SQLException {
        try (SampleSession session = SampleSession.of(2, "")) {
            session.register("a", null);
            session.register("b", null);
            session.set("capacity = 1");
            assertThat(session.settle()).isEqualTo(-2);
            session.set("capacity = 2");
            session.quota(HOUSE, 3);
            assertThat(session.settle()).isEqualTo(-1);
        }
    }

    @Test
    void aChangedQuotaMovesSeatsAndTakesNobodyHis() throws SQLException {
        try (SampleSession session = SampleSession.of(3, "")) {
            session.quota(HOUSE, 2);
            session.settle();
            session.register("a", SampleSession.enterprise(HOUSE, 0));
            session.register("b", SampleSession.enterprise(HOUSE, 1));
            session.register("c", SampleSession.enterprise(SISTER, 0));
            session.register("d", SampleSession.enterprise(SISTER, 0));
            assertThat(session.states())
                    .containsExactly("a REGISTERED 5304", "b REGISTERED 5304", "c REGISTERED", "d WAITING");
            session.quota(HOUSE, 1);
            session.settle();
            assertThat(session.states())
                    .containsExactly("a REGISTERED 5304", "b REGISTERED", "c REGISTERED", "d WAITING");
            session.quota(HOUSE, 0);
            session.quota(SISTER, 1);
            session.settle();
            assertThat(session.states())
                    .containsExactly("a REGISTERED", "b REGISTERED", "c REGISTERED 5316", "d WAITING");
            assertThat(session.adds()).isTrue();
        }
    }

    @Test
    void whoMustBeApprovedHoldsNothingUntilThenAndKeepsHisPlace() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "approval = true")) {
            session.register("a", null);
            session.register("b", null);
            session.register("c", null);
            assertThat(session.states()).containsExactly("a REQUESTED", "b REQUESTED", "c REQUESTED");
            assertThat(session.act("c", "APPROVE", SampleSession.NOW)).isEqualTo("REGISTERED");
            assertThat(session.act("b", "APPROVE", SampleSession.NOW)).isEqualTo("WAITING");
            assertThat(session.act("a", "REFUSE", SampleSession.NOW)).isEqualTo("REFUSED");
            assertThat(session.act("a", "APPROVE", SampleSession.NOW)).isEqualTo("REFUSED");
            session.act("c", "CANCEL", SampleSession.NOW);
            assertThat(session.states()).containsExactly("a REFUSED", "b REGISTERED", "c CANCELLED");
        }
    }

    @Test
    void aSessionThatIsOffOrOverOrNotYetOpenTakesNobody() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "status = 'CANCELLED'")) {
            assertThat(session.register("a", null)).isEqualTo("CLOSED");
            session.set("status = 'PUBLISHED', registration_from = '2027-03-02'");
            assertThat(session.register("a", null)).isEqualTo("CLOSED");
            session.set("registration_from = null, registration_until = '2027-03-01 02:00+00'");
            assertThat(session.register("a", null)).isEqualTo("CLOSED");
            session.set("registration_until = '2027-03-01 02:01+00'");
            assertThat(session.register("a", null)).isEqualTo("REGISTERED");
        }
    }

    @Test
    void nobodyRegistersOrEndsWhatIsNotHis() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "");
                Connection stranger = TestPostgres.running().application()) {
            assertThat(session.register(stranger, "a", null)).isEqualTo("NONE");
            long enterprise = SampleSession.enterprise(HOUSE, 0);
            session.register("b", enterprise);
            acting(stranger, Long.toString(SampleSession.enterprise(HOUSE, 1)), "REGISTER");
            assertThat(ended(stranger, session, "b")).isEqualTo("null");
            acting(stranger, Long.toString(enterprise), "ASK");
            assertThat(ended(stranger, session, "b")).isEqualTo("null");
            acting(stranger, Long.toString(enterprise), "ASK,REGISTER");
            assertThat(session.register(stranger, "c", enterprise)).isEqualTo("WAITING");
            assertThat(ended(stranger, session, "b")).isEqualTo("CANCELLED");
            assertThat(session.states()).contains("c REGISTERED");
        }
    }

    @Test
    void whoIsErasedLeavesHisSeatToTheNextAndNoNameBehind() throws SQLException {
        long enterprise = SampleSession.enterprise(HOUSE, 0);
        long person = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis, mail)"
                        + " select id, unit_id, org_path, 'x', 'OUTREACH', 'STATUTORY_DUTY', 'gone@seats.example' from"
                        + " enterprise where id = ? returning id",
                enterprise);
        try (SampleSession session = SampleSession.of(1, "")) {
            session.register("gone", enterprise);
            session.register("next", null);
            Rows.change("update contact_person set erased_at = now() where id = ?", person);
            assertThat(session.states()).containsExactly("*** CANCELLED", "next REGISTERED");
            assertThat(session.told("***")).isEmpty();
            assertThat(Rows.number(
                            "select count(*) from training_registration where session_id = ? and mail like 'gone%'",
                            session.id()))
                    .isZero();
        } finally {
            Rows.change("delete from contact_person where id = ?", person);
        }
    }

    private static String ended(Connection who, SampleSession session, String name) throws SQLException {
        return SampleSession.text(
                who,
                "select training_do(?, 'CANCEL', null, ?)",
                session.registration(name),
                SampleSession.at(SampleSession.NOW));
    }

    private static void acting(Connection who, String enterprise, String rights) throws SQLException {
        try (Statement statement = who.createStatement()) {
            statement.execute("select set_config('app.enterprise', '" + enterprise
                    + "', false), set_config('app.rights', '" + rights + "', false)");
        }
    }
}
