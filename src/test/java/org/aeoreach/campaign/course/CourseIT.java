package org.aeoreach.campaign.course;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.campaign.coverage.FigureLinks;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.JsonText;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The way to certification and silent areas are those of one night, and so are the lists behind them. */
@RunAsClient
class CourseIT implements ServerTest {

    private static void step(long enterprise, String step, int daysAgo) throws SQLException {
        Rows.change(
                "insert into journey_entry (enterprise_id, unit_id, org_path, step, from_step, happened_on, unit_then,"
                        + " account_id) select id, unit_id, org_path, ?, 'PROSPECT', china_day() - ?, unit_id, ?"
                        + " from enterprise where id = ?",
                step,
                daysAgo,
                Caller.account("gacc.officer"),
                enterprise);
    }

    private static void computed(RunningCampaign running) {
        assertThat(Caller.signedIn("gacc.officer")
                        .json("POST", running.api() + "/coverage/course", "")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String stage(JsonObject funnel, String group, int step) {
        JsonObject all = funnel.getJsonObject(group);
        JsonObject stage = all.getJsonArray("stages").getJsonObject(step);
        return stage.getInt("enterprises") + " of " + all.getInt("enterprises") + days(stage, "since")
                + days(stage, "between");
    }

    private static String days(JsonObject stage, String which) {
        JsonObject days = stage.getJsonObject(which);
        return days == null
                ? ", " + which + " none"
                : ", " + which + " " + days.getInt("first") + "/" + days.getInt("median") + "/" + days.getInt("third");
    }

    @Test
    void theWayToCertificationTellsThoseReachedFromTheOthersWithTheDaysBetween() throws SQLException {
        RunningCampaign running = RunningCampaign.with(5, 0);
        Caller house = running.one().caller();
        List<Long> mine = running.one().enterprises();
        String page = running.desk() + "/coverage/funnel";
        assertThat(house.get(page).body()).contains("尚未汇总");
        SampleCampaign.contact(mine.get(0), "ONE_TO_ONE");
        SampleCampaign.contact(mine.get(1), "ONE_TO_ONE");
        Rows.change("update touchpoint_party set channel = 'ONE_TO_ONE_TRAINING' where enterprise_id = ?", mine.get(0));
        step(mine.get(0), "SELF_ASSESSED", 1);
        step(mine.get(0), "APPLIED", 0);
        step(mine.get(1), "APPLIED", 0);
        step(mine.get(1), "SELF_ASSESSED", 20);
        step(mine.get(2), "APPLIED", 10);
        step(mine.get(3), "APPLIED", 400);
        computed(running);
        JsonObject funnel =
                JsonText.object(house.get(running.api() + "/coverage/funnel").body());
        assertThat(List.of(
                        stage(funnel, "reached", 0),
                        stage(funnel, "reached", 1),
                        stage(funnel, "reached", 2),
                        stage(funnel, "others", 2),
                        stage(funnel, "others", 3)))
                .as("a step before the contact or the campaign does not count")
                .containsExactly(
                        "1 of 2, since 0/0/0, between 0/0/0",
                        "1 of 2, since 0/0/0, between 0/0/0",
                        "2 of 2, since 1/1/1, between 1/1/1",
                        "1 of 3, since 20/20/20, between none",
                        "0 of 3, since none, between none");
        assertThat(house.get(page).body()).contains("只说明相关", "尚未纳入记录", "数据截至");
        Map<String, Integer> figures = FigureLinks.on(house, page);
        assertThat(figures.values()).contains(1, 2, 3);
        assertThat(FigureLinks.wrong(house, figures)).isEmpty();
        RunningCampaign.visit(house, mine.get(4));
        assertThat(FigureLinks.wrong(house, figures))
                .as("lists are of the same night as figures")
                .isEmpty();
        computed(running);
        assertThat(FigureLinks.on(house, page).values()).as("then it counts").contains(3, 2);
    }

    @Test
    void silentAreasAreToldByUnitAndBySegmentAndOpenExactlyThoseEnterprises() throws SQLException {
        RunningCampaign.House one = RunningCampaign.House.with(4);
        RunningCampaign.House other = RunningCampaign.House.with(2);
        Rows.change(
                "update enterprise set sector = 'C', size_class = 'LARGE' where id = ?",
                one.enterprises().get(0));
        Rows.change(
                "update enterprise set last_contact_on = china_day() - 400 where id = ?",
                one.enterprises().get(0));
        Rows.change(
                "update enterprise set last_contact_on = china_day() - 3 where id = ?",
                one.enterprises().get(1));
        RunningCampaign running = RunningCampaign.of(one, other);
        computed(running);
        Caller district = Caller.signedIn("shenzhen.officer");
        Caller house = one.caller();
        String units = "/coverage/silent?by=UNIT&unit=5300&months=";
        Map<String, Integer> six = FigureLinks.on(district, running.desk() + units + "6");
        assertThat(six)
                .containsEntry(list(running, one.code()), 4)
                .containsEntry(list(running, one.code()) + silent(6), 3)
                .containsEntry(list(running, other.code()) + silent(6), 2);
        assertThat(FigureLinks.on(district, running.desk() + units + "15"))
                .containsEntry(list(running, one.code()) + silent(15), 2);
        assertThat(district.get(running.desk() + units + "6").body()).contains("全部未联系");
        for (String where : List.of("5300", one.code())) {
            Map<String, Integer> segments =
                    FigureLinks.on(district, running.desk() + "/coverage/silent?by=SEGMENT&months=6&unit=" + where);
            assertThat(segments.keySet()).anyMatch(link -> link.contains("size=LARGE&sector=C"));
            assertThat(FigureLinks.wrong(district, segments)).as(where).isEmpty();
        }
        assertThat(FigureLinks.wrong(district, six)).isEmpty();
        String segment = "&segment=" + large(district);
        Map<String, Integer> narrowed =
                FigureLinks.on(district, running.desk() + "/coverage/silent?months=6&unit=" + one.code() + segment);
        assertThat(narrowed.values()).as("of one large one, silent").containsExactly(1, 1);
        assertThat(FigureLinks.wrong(district, narrowed)).isEmpty();
        assertThat(house.get(running.desk() + "/coverage/silent?months=6" + segment)
                        .statusCode())
                .as("a segment that is not his")
                .isEqualTo(404);
        assertThat(house.get(running.desk() + units + "6").statusCode()).isEqualTo(404);
        assertThat(house.json("POST", running.api() + "/coverage/course", "").statusCode())
                .as("who has the directive computed stands where it is issued")
                .isEqualTo(404);
    }

    /** A saved segment of large enterprises. */
    private static long large(Caller caller) {
        Reply made = Reply.of(caller.json(
                "POST",
                "/api/v1/segments",
                "{\"name\":\"large\",\"shared\":false,\"conditions\":"
                        + Json.createValue("{\"all\":[{\"criterion\":\"size\",\"values\":{\"value\":[\"LARGE\"]}}]}")
                        + "}"));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.id();
    }

    private static String list(RunningCampaign running, String unit) {
        return "/desk/campaigns/enterprises?campaign=" + running.sample().id() + "&unit=" + unit;
    }

    private static String silent(int months) {
        return "&silent="
                + org.aeoreach.enterprise.SampleEnterprise.today()
                        .minusMonths(months)
                        .withDayOfMonth(1);
    }

    @Test
    void everyNightLooksUpAllCampaignsAndComesToTheSame() throws SQLException {
        RunningCampaign running = RunningCampaign.with(3, 0);
        SampleCampaign.contact(running.one().enterprises().get(0), "ONE_TO_ONE");
        step(running.one().enterprises().get(0), "APPLIED", 0);
        assertThat(SampleCampaign.ended(Rows.number(
                        "insert into job (kind, slot, org_path) values ('follow-courses', clock_timestamp(), '0000.')"
                                + " returning id")))
                .startsWith("DONE");
        JsonObject funnel = JsonText.object(Caller.signedIn("gacc.officer")
                .get(running.api() + "/coverage/funnel?unit=" + running.one().code())
                .body());
        assertThat(stage(funnel, "reached", 2)).isEqualTo("1 of 1, since 1/1/1, between none");
        assertThat(Rows.number(
                        "select count(*) from campaign_member m full join campaign_course s using (campaign_id,"
                                + " enterprise_id) where campaign_id = ? and (m.late is distinct from false or s.since is null"
                                + " or s.reached <> (m.level = 2 and m.standing <> 'EXCLUDED'))",
                        running.sample().id()))
                .as("members that were not looked up, or wrongly")
                .isZero();
    }
}
