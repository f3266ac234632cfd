package org.aeoreach.enterprise.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.enterprise.journey.JourneyStep;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades by the rules of their day, as the database answers. */
@Tag("db")
class CreditGradesTest {

    @ParameterizedTest
    @CsvSource({
        "2014-11-30,,{}",
        "2014-12-01,R2014,'{ACE,GCE}'",
        "2018-04-30,R2014,'{ACE,GCE}'",
        "2018-05-01,R2018,'{ACE,GCE}'",
        "2021-10-31,R2018,'{ACE,GCE}'",
        "2021-11-01,R2021,{ACE}",
        "2026-03-31,R2021,{ACE}",
        "2026-04-01,R2026,'{ACE,CE}'"
    })
    void countsAsAeoByTheDefinitionOfTheDay(LocalDate day, String rules, String grades) throws SQLException {
        Rows.Row row = Rows.one(
                "select credit_rules_on(?) as rules, (select array_agg(g order by g) from unnest(aeo_grades(?)) g)::text"
                        + " as grades",
                day,
                day);
        assertThat(row.columns().get("rules")).isEqualTo(rules);
        assertThat(row.columns().get("grades") == null ? "{}" : row.text("grades"))
                .isEqualTo(grades);
    }

    @ParameterizedTest
    @CsvSource({
        "GCE,2021-10-31,GCE",
        "GCE,2021-11-01,REGULAR",
        "GENERAL,2022-01-01,REGULAR",
        "GENERAL,2027-01-01,REGULAR",
        "ACE,2026-06-01,ACE",
        "DISCREDITED,2026-06-01,DISCREDITED",
        "CE,2026-03-31,",
        "CE,2026-04-01,CE",
        "REGULAR,2021-10-31,"
    })
    void gradeGoesOnAsWhatLaterRulesMakeOfIt(String grade, LocalDate day, String now) throws SQLException {
        assertThat(Rows.one("select credit_grade_at(?, ?) as grade", grade, day)
                        .columns()
                        .get("grade"))
                .isEqualTo(now);
    }

    @Test
    void tellsWhatAnEnterpriseWasOnADay() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to)"
                        + " select id, unit_id, org_path, 'GCE', date '2016-03-01', date '2026-04-30' from enterprise"
                        + " where id = ?",
                enterprise.id());
        Rows.change(
                "update enterprise set grade = 'CE', grade_since = date '2026-05-01' where id = ?", enterprise.id());
        assertThat(was(enterprise, "2016-02-29")).isEqualTo("null false");
        assertThat(was(enterprise, "2017-12-31")).isEqualTo("GCE true");
        assertThat(was(enterprise, "2021-11-01")).isEqualTo("REGULAR false");
        assertThat(was(enterprise, "2026-04-30")).isEqualTo("REGULAR false");
        assertThat(was(enterprise, "2026-05-01")).isEqualTo("CE true");
    }

    private static String was(SampleEnterprise enterprise, String day) throws SQLException {
        Rows.Row row = Rows.one(
                "select enterprise_grade_on(?, ?) as grade, enterprise_was_aeo(?, ?) as aeo",
                enterprise.id(),
                LocalDate.parse(day),
                enterprise.id(),
                LocalDate.parse(day));
        return row.columns().get("grade") + " " + row.text("aeo");
    }

    @ParameterizedTest
    @CsvSource({
        "ACE,PROSPECT,AEO",
        "CE,DOWNGRADED,AEO",
        "REGULAR,AEO,ALL",
        "REGULAR,CULTIVATION,PROSPECTIVE",
        "REGULAR,CONTACTED,ALL",
        "DISCREDITED,APPLIED,ALL",
        ",AEO,AEO",
        ",APPLIED,PROSPECTIVE",
        ",PROSPECT,ALL"
    })
    void audienceFollowsFromGradeAndStep(String grade, String step, String audience) throws SQLException {
        assertThat(Rows.one("select enterprise_audience(?, ?) as audience", grade, step)
                        .text("audience"))
                .isEqualTo(audience);
    }

    @Test
    void databaseAndProgramKnowTheSameGradesAndSteps() throws SQLException {
        assertThat(Rows.all("select distinct grade from credit_grade").stream().map(row -> row.text("grade")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CreditGrade.values()).map(Enum::name).toList());
        assertThat(Rows.all("select grade from credit_grade where rule_set = 'R2026' and aeo").stream()
                        .map(row -> row.text("grade")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CreditGrade.values())
                        .filter(CreditGrade::aeo)
                        .map(Enum::name)
                        .toList());
        assertThat(Rows.all("select code from journey_step order by position").stream()
                        .map(row -> row.text("code")))
                .containsExactlyElementsOf(
                        Arrays.stream(JourneyStep.values()).map(Enum::name).toList());
    }

    /** Reports read the table, pages the messages: both say the same. */
    @Test
    void stepsAreNamedAlikeEverywhere() throws SQLException {
        Messages messages = new Messages();
        for (Rows.Row step : Rows.all("select code, zh, en from journey_step")) {
            String key = "enterprise.step." + step.text("code");
            assertThat(messages.text(Language.ZH, key)).isEqualTo(step.text("zh"));
            assertThat(messages.text(Language.EN, key)).isEqualTo(step.text("en"));
        }
        for (Rows.Row sector : Rows.all("select code, zh, en from sector")) {
            assertThat(messages.text(Language.ZH, "enterprise.sector." + sector.text("code")))
                    .isEqualTo(sector.text("zh"));
        }
    }

    /** From every step but the last ones something leads on, and every step can be reached. */
    @Test
    void noStepIsADeadEnd() throws SQLException {
        assertThat(Rows.all("select s.code from journey_step s where not exists (select from journey_transition t"
                                + " where t.from_step = s.code)")
                        .stream()
                        .map(row -> row.text("code"))
                        .collect(Collectors.toSet()))
                .isEmpty();
        assertThat(Rows.all("with recursive way (step) as (select 'PROSPECT' union select t.to_step from way"
                        + " join journey_transition t on t.from_step = way.step) select code from journey_step"
                        + " where code not in (select step from way)"))
                .isEmpty();
    }
}
