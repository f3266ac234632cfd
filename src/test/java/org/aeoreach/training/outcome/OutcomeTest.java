package org.aeoreach.training.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What enterprises did after sessions, counted. 5304 and 5316 are houses of district 5300, 2210 is of another. */
@Tag("db")
class OutcomeTest {

    private static final String ALL = "0000.";
    private static final String DISTRICT = "0000.5300.";
    private static final String HOUSE = "5304";

    @Test
    void thoseThereAndThoseAbsentAreCountedApartAndOnlyWhatCameAfter() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long session = course.held("5300", 100);
            for (int i = 0; i < 6; i++) {
                long there = course.enterprise(HOUSE);
                course.came(session, there);
                course.registered(session, there);
                course.took(there, "APPLIED", i == 0 ? 101 : i);
            }
            for (int i = 0; i < 5; i++) {
                long absent = course.enterprise("5316");
                course.registered(session, absent);
                if (i == 0) {
                    course.took(absent, "ACCEPTED", 30);
                }
            }
            assertThat(course.figure(DISTRICT, true, "APPLIED")).isEqualTo("5 of 5");
            assertThat(course.figure(DISTRICT, false, "APPLIED")).isEqualTo("1 of 5");
            assertThat(course.figure(DISTRICT, false, "CERTIFIED")).isEqualTo("0 of 5");
        }
    }

    @Test
    void whoWasThereOnceIsNotAbsentAndCountsFromItsFirstSession() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long first = course.held("5300", 90);
            long second = course.held("5300", 60);
            long third = course.held("5300", 30);
            long enterprise = course.enterprise(HOUSE);
            course.registered(first, enterprise);
            course.came(first, course.enterprise(HOUSE));
            course.came(second, enterprise);
            course.came(third, enterprise);
            course.took(enterprise, "SELF_ASSESSED", 40);
            assertThat(course.figure(DISTRICT, true, "SELF_ASSESSED")).isEqualTo("1 of 2");
            assertThat(course.figure(DISTRICT, false, "ALL")).isEqualTo("none");
        }
    }

    @Test
    void whoLeftTooSoonNeitherWasThereNorMissedItAndWhoWasNotRegisteredDidNotMissIt() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long session = course.held("5300", 90);
            course.came(session, course.enterprise(HOUSE));
            long left = course.enterprise(HOUSE);
            course.registered(session, left);
            course.attended(session, left, false);
            for (String status : new String[] {"WAITING", "CANCELLED", "REFUSED", "REQUESTED"}) {
                course.registered(session, course.enterprise(HOUSE), status);
            }
            assertThat(course.members(DISTRICT)).hasSize(1).doesNotContain(left);
            assertThat(course.figure(DISTRICT, false, "ALL")).isEqualTo("none");
            long absent = course.held("5300", 60);
            course.came(absent, course.enterprise(HOUSE));
            course.registered(absent, left);
            assertThat(course.members(DISTRICT)).as("it missed the next one").contains(left);
            assertThat(course.figure(DISTRICT, false, "ALL")).isEqualTo("1 of 1");
        }
    }

    @Test
    void ofABaseCountWhatWasHeldInItsRoomsAndOfATrainerWhatHeTaught() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long one = course.held("5300", 100);
            long two = course.held("5300", 80);
            long other = course.held("5300", 60);
            long base = course.at(one);
            assertThat(course.at(two)).as("another room of the same base").isEqualTo(base);
            long trainer = course.by(two);
            course.by(other);
            for (int i = 0; i < 3; i++) {
                long first = course.enterprise(HOUSE);
                course.came(one, first);
                course.took(first, "APPLIED", 10 + i);
                course.came(two, course.enterprise(HOUSE));
                long third = course.enterprise("5316");
                course.came(other, third);
                course.took(third, "SELF_ASSESSED", 50);
                course.registered(two, course.enterprise("5316"));
            }
            assertThat(HeldCourse.figure(DISTRICT, "BASE", base, true, "APPLIED"))
                    .isEqualTo("3 of 6");
            assertThat(HeldCourse.figure(DISTRICT, "BASE", base, true, "SELF_ASSESSED"))
                    .isEqualTo("0 of 6");
            assertThat(HeldCourse.figure(DISTRICT, "BASE", base, false, "ALL")).isEqualTo("3 of 3");
            assertThat(HeldCourse.figure(DISTRICT, "TRAINER", trainer, true, "SELF_ASSESSED"))
                    .isEqualTo("3 of 6");
            assertThat(HeldCourse.figure(DISTRICT, "TRAINER", trainer, true, "APPLIED"))
                    .isEqualTo("0 of 6");
            assertThat(HeldCourse.figure("0000.2200.", "TRAINER", trainer, true, "ALL"))
                    .isEqualTo("none");
            assertThat(course.figure(DISTRICT, true, "ALL")).isEqualTo("9 of 9");
        }
    }

    @Test
    void ofASessionWithoutARecordNobodyIsAbsent() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            course.registered(course.held("5300", 90), course.enterprise(HOUSE));
            assertThat(course.members(DISTRICT)).isEmpty();
        }
    }

    @Test
    void whoHadTakenAStepOrALaterOneIsNotInItsBaseAndWhoWasCertifiedInNone() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long session = course.held("5300", 90);
            long assessed = course.enterprise(HOUSE);
            long applied = course.enterprise(HOUSE);
            long certified = course.enterprise(HOUSE);
            course.took(assessed, "SELF_ASSESSED", 91);
            course.took(applied, "APPLIED", 200);
            Rows.change("update enterprise set grade = 'ACE', grade_since = china_day() - 91 where id = ?", certified);
            for (long each : new long[] {assessed, applied, certified}) {
                course.came(session, each);
                course.took(each, "SELF_ASSESSED", 10);
                course.took(each, "APPLIED", 9);
                course.took(each, "AEO", 8);
            }
            assertThat(course.figure(DISTRICT, true, "SELF_ASSESSED")).isEqualTo("none");
            assertThat(course.figure(DISTRICT, true, "APPLIED")).isEqualTo("1 of 1");
            assertThat(course.figure(DISTRICT, true, "CERTIFIED")).isEqualTo("2 of 2");
        }
    }

    @Test
    void whatWasTakenBackDoesNotCount() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long enterprise = course.enterprise(HOUSE);
            course.came(course.held("5300", 90), enterprise);
            course.took(enterprise, "APPLIED", 20);
            Rows.change(
                    "update journey_entry set retracted_at = now(), retract_note = '误录' where enterprise_id = ?",
                    enterprise);
            assertThat(course.figure(DISTRICT, true, "APPLIED")).isEqualTo("0 of 1");
        }
    }

    @Test
    void whoWasMergedIsWhoWasKept() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long session = course.held("5300", 90);
            long kept = course.enterprise(HOUSE);
            long merged = course.enterprise(HOUSE);
            course.registered(session, kept);
            course.came(session, merged);
            course.took(kept, "APPLIED", 20);
            Rows.change("update enterprise set merged_into = ? where id = ?", kept, merged);
            assertThat(course.members(DISTRICT)).containsExactly(kept);
            assertThat(course.figure(DISTRICT, true, "APPLIED")).isEqualTo("1 of 1");
        }
    }

    @Test
    void monthsAreToldOfThoseForWhichTheyHavePassedAndDaysOfFive() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long longAgo = course.held("5300", 400);
            long lately = course.held("5300", 100);
            for (int i = 0; i < 4; i++) {
                long enterprise = course.enterprise(HOUSE);
                course.came(longAgo, enterprise);
                course.took(enterprise, "APPLIED", 400 - 50 * (i + 1));
            }
            long last = course.enterprise(HOUSE);
            course.came(lately, last);
            assertThat(course.months(DISTRICT, "APPLIED")).containsExactly("3: 1 of 5", "6: 3 of 4", "12: 4 of 4");
            assertThat(course.days(DISTRICT, "APPLIED")).isEqualTo("null");
            course.took(last, "APPLIED", 100);
            assertThat(course.days(DISTRICT, "APPLIED")).isEqualTo("{50,100,150}");
        }
    }

    @Test
    void onlySessionsOfTheViewersUnitAndBelowCount() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long enterprise = course.enterprise(HOUSE);
            course.came(course.held("5300", 90), enterprise);
            assertThat(course.figure(DISTRICT, true, "ALL")).isEqualTo("1 of 1");
            assertThat(course.figure(ALL, true, "ALL")).isEqualTo("1 of 1");
            assertThat(course.figure("0000.5300.5304.", true, "ALL")).isEqualTo("none");
            assertThat(course.members("0000.5300.5304.")).isEmpty();
            assertThat(course.members("0000.2200.")).isEmpty();
        }
    }

    @Test
    void enterprisesOfOthersAreCountedWithoutNamesAndInNoStepHoweverManyTheyAre() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long session = course.held("5300", 90);
            long own = course.enterprise(HOUSE);
            course.came(session, own);
            for (int i = 0; i < 4; i++) {
                long foreign = course.enterprise("2210");
                course.came(session, foreign);
                course.took(foreign, "APPLIED", 10);
            }
            assertThat(course.figure(DISTRICT, true, "ALL")).isEqualTo("5 of 5");
            assertThat(course.figure(DISTRICT, true, "APPLIED")).isEqualTo("0 of 1 without 4");
            assertThat(course.days(DISTRICT, "APPLIED")).isEqualTo("null");
            assertThat(course.members(DISTRICT)).containsExactly(own);
            assertThat(course.figure(ALL, true, "APPLIED")).isEqualTo("4 of 5");
            for (int i = 0; i < 2; i++) {
                course.came(session, course.enterprise("2210"));
            }
            assertThat(course.figure(DISTRICT, true, "APPLIED")).isEqualTo("0 of 1 without 6");
            assertThat(course.members(DISTRICT)).containsExactly(own);
        }
    }

    /** Or the course less the session would tell what the only one did that was at the other session. */
    @Test
    void ofTwoFiguresNobodyLearnsWhatASingleEnterpriseOfOthersDid() throws SQLException {
        try (HeldCourse course = HeldCourse.made()) {
            long first = course.held("5300", 400);
            long second = course.held("5300", 390);
            for (int i = 0; i < 5; i++) {
                course.came(first, course.enterprise("2210"));
            }
            long alone = course.enterprise("2210");
            course.came(second, alone);
            String before = course.figure(DISTRICT, true, "CERTIFIED") + course.months(DISTRICT, "CERTIFIED");
            course.took(alone, "AEO", 20);
            assertThat(course.figure(DISTRICT, true, "CERTIFIED") + course.months(DISTRICT, "CERTIFIED"))
                    .isEqualTo(before);
            course.took(alone, "APPLIED", 395);
            assertThat(course.figure(DISTRICT, true, "CERTIFIED") + course.months(DISTRICT, "CERTIFIED"))
                    .isEqualTo(before);
            assertThat(course.figure(DISTRICT, true, "ALL")).isEqualTo("6 of 6");
            assertThat(course.figure(ALL, true, "CERTIFIED")).isEqualTo("1 of 6");
        }
    }

    @Test
    void whoHasNoRangeLearnsNothing() throws SQLException {
        try (HeldCourse course = HeldCourse.made();
                Connection nobody = TestPostgres.running().application();
                Statement statement = nobody.createStatement()) {
            course.came(course.held("5300", 90), course.enterprise(HOUSE));
            for (String function : new String[] {"training_outcome", "training_outcome_members"}) {
                assertThat(statement
                                .executeQuery("select from " + function + "('COURSE', " + course.id() + ")")
                                .next())
                        .isFalse();
            }
        }
    }
}
