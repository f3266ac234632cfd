package org.aeoreach.enterprise.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grades and journey of an enterprise: dated, by the rules of their day, changed by one at a time. */
@RunAsClient
class GradesIT implements ServerTest {
    private Caller officer;
    private SampleEnterprise enterprise;

    @BeforeEach
    void enterprise() throws SQLException {
        Rows.change("delete from rate_counter");
        officer = Caller.signedIn("shekou.officer");
        enterprise = SampleEnterprise.at("5304");
    }

    private Reply post(String part, long version, String body) {
        return Reply.of(officer.json(
                "POST", "/api/v1/enterprises/" + enterprise.id() + part, body, "If-Match", "\"v" + version + "\""));
    }

    private Reply grade(long version, String grade, String from) {
        return post("/grades", version, "{\"grade\":\"" + grade + "\",\"from\":\"" + from + "\",\"ground\":\"决定书\"}");
    }

    private Reply step(long version, String step, String day, String more) {
        return post("/journey", version, "{\"step\":\"" + step + "\",\"happenedOn\":\"" + day + "\"" + more + "}");
    }

    private String now() throws SQLException {
        Rows.Row row = Rows.one(
                "select coalesce(grade, '-') || ' ' || journey_step as now from enterprise where id = ?",
                enterprise.id());
        return row.text("now");
    }

    @Test
    void refusesAGradeTheRulesOfThatDayDoNotKnow() throws SQLException {
        Reply early = grade(0, "CE", "2026-03-31");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.field(0)).isEqualTo("grade");
        assertThat(early.body().toString()).contains("2026-03-31");
        assertThat(grade(0, "GCE", "2019-05-01").status())
                .as("no grade of today")
                .isEqualTo(400);
        assertThat(grade(0, "ACE", "2014-11-30").status())
                .as("before all rules")
                .isEqualTo(400);
        assertThat(grade(0, "ACE", "2999-01-01").field(0)).isEqualTo("from");
        assertThat(grade(0, "CE", "2026-04-01").status()).isEqualTo(200);
        assertThat(now()).isEqualTo("CE PROSPECT");
    }

    @Test
    void keepsEachGradeWithItsDaysAndRefusesOverlaps() throws SQLException {
        assertThat(grade(0, "REGULAR", "2022-01-01").status()).isEqualTo(200);
        assertThat(grade(1, "ACE", "2024-06-01").status()).isEqualTo(200);
        assertThat(grade(2, "CE", "2024-06-01").field(0)).isEqualTo("grade");
        assertThat(grade(2, "CE", "2026-04-01").status()).isEqualTo(200);
        assertThat(grade(3, "ACE", "2026-04-01").field(0)).isEqualTo("from");
        assertThat(grade(3, "CE", "2026-06-01").field(0)).as("the same").isEqualTo("grade");
        String past = "{\"grade\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}";
        assertThat(post("/grades/past", 3, past.formatted("GCE", "2016-01-01", "2022-01-01"))
                        .status())
                .as("overlaps")
                .isEqualTo(400);
        assertThat(post("/grades/past", 3, past.formatted("GCE", "2016-01-01", "2021-12-31"))
                        .status())
                .isEqualTo(200);
        List<String> periods = Rows.all(
                        "select grade || ' ' || valid_from || ' ' || valid_to as period from enterprise_former_grade"
                                + " where enterprise_id = ? order by valid_from",
                        enterprise.id())
                .stream()
                .map(row -> row.text("period"))
                .toList();
        assertThat(periods)
                .containsExactly(
                        "GCE 2016-01-01 2021-12-31", "REGULAR 2022-01-01 2024-05-31", "ACE 2024-06-01 2026-03-31");
        assertThat(officer.get("/desk/enterprises/" + enterprise.id() + "/grade")
                        .body())
                .contains("海关总署令第237号", "按后来的办法视为：常规企业");
    }

    @Test
    void ofTwoChangesAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> changes =
                    List.of(() -> grade(0, "ACE", "2026-05-01").status(), () -> grade(0, "DISCREDITED", "2026-05-02")
                            .status());
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : two.invokeAll(changes)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 412);
        } finally {
            two.shutdownNow();
        }
        assertThat(Rows.number("select count(*) from enterprise_former_grade where enterprise_id = ?", enterprise.id()))
                .isZero();
        assertThat(Rows.number("select version from enterprise where id = ?", enterprise.id()))
                .isEqualTo(1);
    }

    /** The number on the page of counts and the list behind it are the same. */
    @Test
    void listOfADayHoldsExactlyTheAeosCounted() throws SQLException {
        String before = aeos("2017-12-31");
        assertThat(post("/grades/past", 0, "{\"grade\":\"GCE\",\"from\":\"2016-01-01\",\"to\":\"2023-01-01\"}")
                        .status())
                .isEqualTo(200);
        assertThat(Long.parseLong(aeos("2017-12-31"))).isEqualTo(Long.parseLong(before) + 1);
        SampleEnterprise ended = SampleEnterprise.at("5304");
        Rows.change(
                "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to)"
                        + " select id, unit_id, org_path, 'ACE', '2016-01-01', '2017-12-30' from enterprise where id = ?",
                ended.id());
        String onLastDay = aeos("2017-12-30");
        Rows.change("delete from enterprise_former_grade where enterprise_id = ?", ended.id());
        assertThat(Long.parseLong(onLastDay))
                .as("the last day counts")
                .isEqualTo(Long.parseLong(aeos("2017-12-30")) + 1);
        String then = officer.get("/desk/enterprises/export?format=csv&aeo-on=2017-12-31")
                .body();
        assertThat(then).contains(enterprise.code());
        assertThat(then.strip().split("\n")).hasSize(1 + Integer.parseInt(aeos("2017-12-31")));
        assertThat(officer.get("/desk/enterprises/export?format=csv&aeo-on=2021-11-01")
                        .body())
                .as("abolished")
                .doesNotContain(enterprise.code());
        String page = officer.get("/desk/enterprises/aeo-count?on=2017-12-31").body();
        assertThat(page).contains("/desk/enterprises?aeo-on=2017-12-31\">" + aeos("2017-12-31") + "</a>", "口径变化");
    }

    /** Two sources that do not agree may leave an enterprise two grades at once; it is one AEO all the same. */
    @Test
    void anEnterpriseWithTwoGradesAtOnceCountsOnce() throws SQLException {
        List<String> days = List.of("2015-12-31", "2016-12-31", "2018-06-30", "2019-06-30");
        List<Long> before = days.stream().map(day -> Long.parseLong(aeos(day))).toList();
        for (String period : List.of("'GCE', '2016-01-01', '2018-12-31'", "'ACE', '2016-06-01', '2017-12-31'")) {
            Rows.change(
                    "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to)"
                            + " select id, unit_id, org_path, " + period + " from enterprise where id = ?",
                    enterprise.id());
        }
        List<Long> after = days.stream().map(day -> Long.parseLong(aeos(day))).toList();
        Rows.change("delete from enterprise_former_grade where enterprise_id = ?", enterprise.id());
        assertThat(after).containsExactly(before.get(0), before.get(1) + 1, before.get(2) + 1, before.get(3));
    }

    private String listed(String grade, String day) throws SQLException {
        Rows.change("delete from rate_counter");
        return officer.get("/desk/enterprises/export?format=csv&grade-was=" + grade + "&grade-was-day=" + day)
                .body();
    }

    /** A grade goes on as another one under later rules: the list of a day takes it by the rules of that day. */
    @Test
    void listsWhoHadAGradeOnADayByTheRulesOfThatDay() throws SQLException {
        assertThat(post("/grades/past", 0, "{\"grade\":\"GCE\",\"from\":\"2016-01-01\",\"to\":\"2023-01-01\"}")
                        .status())
                .isEqualTo(200);
        long version = Rows.number("select version from enterprise where id = ?", enterprise.id());
        assertThat(grade(version, "DISCREDITED", "2024-06-01").status()).isEqualTo(200);
        String code = enterprise.code();
        assertThat(listed("GCE", "2016-01-01")).as("first day").contains(code);
        assertThat(listed("GCE", "2015-12-31")).as("the day before").doesNotContain(code);
        assertThat(listed("GCE", "2021-10-31")).as("last day of the rules").contains(code);
        assertThat(listed("REGULAR", "2021-11-01"))
                .as("what it is from then on")
                .contains(code);
        assertThat(listed("REGULAR", "2023-01-01")).as("its last day").contains(code);
        assertThat(listed("REGULAR", "2023-01-02")).as("none").doesNotContain(code);
        assertThat(listed("DISCREDITED", "2024-05-31")).doesNotContain(code);
        assertThat(listed("DISCREDITED", "2026-04-01")).as("in force").contains(code);
        assertThat(listed("ACE", "2016-01-01")).doesNotContain(code);
        HttpResponse<String> unknown = officer.get("/desk/enterprises?grade-was=GCE&grade-was-day=2021-11-01");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("f-grade-was-error", "2021-11-01");
        assertThat(officer.get("/desk/enterprises?grade-was=GCE").body()).contains("f-grade-was-day-error");
        assertThat(officer.get("/desk/enterprises?grade-was=REGULAR&grade-was-day=2022-02-02")
                        .body())
                .contains("2022-02-02为常规企业");
    }

    /** A segment asks the same, and a segment that asks for what the rules of the day do not know is refused. */
    @Test
    void segmentsAskForAGradeOnADay() throws SQLException {
        assertThat(post("/grades/past", 0, "{\"grade\":\"GCE\",\"from\":\"2016-01-01\",\"to\":\"2017-01-01\"}")
                        .status())
                .isEqualTo(200);
        assertThat(counted("GCE", "2016-06-30")).isEqualTo(Integer.toString(rows(listed("GCE", "2016-06-30"))));
        assertThat(rows(listed("GCE", "2016-06-30"))).isPositive();
        assertThat(counted("CE", "2016-06-30")).contains("value");
    }

    private static int rows(String csv) {
        return csv.strip().split("\n").length - 1;
    }

    private String counted(String grade, String day) {
        return officer.json(
                        "POST",
                        "/api/v1/segments/count",
                        "{\"conditions\":"
                                + jakarta.json.Json.createValue("{\"criterion\":\"grade-on\",\"values\":{\"value\":[\""
                                        + grade + "\"],\"day\":[\"" + day + "\"]}}")
                                + "}")
                .body()
                .replaceAll("(?s).*\"number\":\\s*([0-9]+).*", "$1");
    }

    private String aeos(String day) {
        return officer.get("/api/v1/enterprises/aeo-counts?on=" + day)
                .body()
                .replaceAll("(?s).*\"aeos\":\\s*([0-9]+).*", "$1");
    }

    @Test
    void refusesAWrongStepAndSaysWhichMayFollow() throws SQLException {
        Reply wrong = step(0, "VALIDATED", "2026-05-01", "");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.field(0)).isEqualTo("step");
        assertThat(wrong.body().toString()).contains("潜在对象", "已实地认证", "已联系、已宣讲");
        assertThat(step(0, "CONTACTED", "2026-05-01", "").status()).isEqualTo(200);
        assertThat(step(1, "BRIEFED", "2026-04-30", "").field(0))
                .as("before the last")
                .isEqualTo("happenedOn");
        assertThat(now()).isEqualTo("- CONTACTED");
    }

    @Test
    void grantSetsTheGradeInTheSameTransaction() throws SQLException {
        long version = 0;
        for (String step : new String[] {"APPLIED", "ACCEPTED", "VALIDATION_SCHEDULED", "VALIDATED"}) {
            assertThat(step(version++, step, "2026-05-0" + version, "").status())
                    .isEqualTo(200);
        }
        Reply without = step(version, "AEO", "2026-06-01", "");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.field(0)).isEqualTo("grade");
        // A grade that is refused takes the step with it.
        assertThat(step(version, "AEO", "2026-06-01", ",\"grade\":\"REGULAR\"").status())
                .isEqualTo(400);
        assertThat(now()).isEqualTo("- VALIDATED");
        assertThat(step(version, "AEO", "2026-06-01", ",\"grade\":\"CE\"").status())
                .isEqualTo(200);
        assertThat(now()).isEqualTo("CE AEO");
        version = Rows.number("select version from enterprise where id = ?", enterprise.id());
        assertThat(step(version, "DOWNGRADED", "2026-07-01", "").field(0)).isEqualTo("grade");
        assertThat(step(version, "DOWNGRADED", "2026-07-01", ",\"grade\":\"REGULAR\"")
                        .status())
                .isEqualTo(200);
        assertThat(now()).isEqualTo("REGULAR DOWNGRADED");
    }

    @Test
    void aStepTakenByMistakeIsRetractedAndStaysToBeRead() throws SQLException {
        step(0, "CONTACTED", "2026-05-01", "");
        step(1, "APPLIED", "2026-05-02", ",\"note\":\"误登\"");
        long first = entry("CONTACTED");
        String body = "{\"reason\":\"登错企业\"}";
        assertThat(Reply.of(officer.json(
                                "POST",
                                "/api/v1/enterprises/journey/" + first + "/retraction",
                                body,
                                "If-Match",
                                "\"v2\""))
                        .status())
                .as("not the last")
                .isEqualTo(409);
        assertThat(Reply.of(officer.json(
                                "POST",
                                "/api/v1/enterprises/journey/" + entry("APPLIED") + "/retraction",
                                body,
                                "If-Match",
                                "\"v2\""))
                        .status())
                .isEqualTo(200);
        assertThat(now()).isEqualTo("- CONTACTED");
        assertThat(Rows.one("select journey_since::text as since from enterprise where id = ?", enterprise.id())
                        .text("since"))
                .isEqualTo("2026-05-01");
        assertThat(officer.get("/desk/enterprises/" + enterprise.id() + "/journey")
                        .body())
                .contains("误登", "登错企业");
    }

    private long entry(String step) throws SQLException {
        return Rows.number("select id from journey_entry where enterprise_id = ? and step = ?", enterprise.id(), step);
    }
}
