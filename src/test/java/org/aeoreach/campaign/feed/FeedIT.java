package org.aeoreach.campaign.feed;

import static org.aeoreach.campaign.Cascade.TODAY;
import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.campaign.PlannedDistrict;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a secret link opens, to whom, and for how long. */
@RunAsClient
class FeedIT implements ServerTest {

    private static final String FEEDS = "/desk/campaigns/calendar/feeds";
    private static final Pattern LINK =
            Pattern.compile("value=\"https?://[^/\"]*(/calendar/[A-Za-z0-9_-]{43}\\.ics)\"");

    @BeforeEach
    void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from calendar_feed");
    }

    private static String link(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        var found = LINK.matcher(made.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String make(Caller who, String whose) {
        return link(who.form(FEEDS, Map.of("whose", whose, "language", "ZH")));
    }

    private static HttpResponse<String> open(String link, String... headers) {
        return Caller.anonymous().send("GET", link, null, headers);
    }

    private static long feed() throws SQLException {
        return Rows.number("select max(id) from calendar_feed where revoked_at is null");
    }

    /** Names of the directive's entries in a feed, with their first day and how sure they are. */
    private static Set<String> events(String link, PlannedDistrict district) {
        HttpResponse<String> answer = open(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Biweekly.parse(answer.body()).first().getEvents().stream()
                .filter(event -> of(event.getUid().getValue().replaceFirst("@.*", ""), district))
                .map(FeedIT::told)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String told(VEvent event) {
        var day = event.getDateStart().getValue().getRawComponents();
        return "%s %04d-%02d-%02d"
                .formatted(
                        event.getUid().getValue().replaceFirst("@.*", ""),
                        day.getYear(),
                        day.getMonth(),
                        day.getDate());
    }

    private static boolean of(String key, PlannedDistrict district) {
        try {
            return key.startsWith("campaign-" + district.directive().id() + "-")
                    || key.startsWith("activity-")
                            && Rows.number(
                                            "select campaign_id from planned_activity where id = ?",
                                            Long.valueOf(key.substring("activity-".length())))
                                    == district.directive().id();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same of the page, week by week. */
    private static Set<String> shown(Caller who, String whose, PlannedDistrict district, LocalDate... around) {
        Set<String> shown = new TreeSet<>();
        for (LocalDate day : around) {
            String page = who.get("/desk/campaigns/calendar?view=WEEK&whose=" + whose + "&day=" + day)
                    .body();
            for (String one : page.split("<time datetime=\"", -1)) {
                Pattern.compile("data-key=\"([^\"]+)\"")
                        .matcher(one)
                        .results()
                        .filter(found -> of(found.group(1), district))
                        .forEach(found -> shown.add(found.group(1) + " " + one.substring(0, 10)));
            }
        }
        return shown;
    }

    private static PlannedDistrict handedDown() throws SQLException {
        PlannedDistrict district = PlannedDistrict.acknowledged("订阅样例");
        done(district.save(
                PlannedDistrict.activity("", "全关区讲解", TODAY.plusDays(7), ""),
                PlannedDistrict.activity("", "蛇口辅导", TODAY.plusDays(8), "5304"),
                PlannedDistrict.activity("", "大鹏辅导", TODAY.plusDays(9), "5316")));
        district.approvedAndPushed();
        Rows.change(
                "update campaign_assignment set due_on = ? where campaign_id = ?",
                java.sql.Date.valueOf(TODAY.plusDays(10)),
                district.directive().id());
        Rows.change(
                "update campaign set ends_on = ?, reports_on = array[cast(? as date), cast(? as date)] where id = ?",
                java.sql.Date.valueOf(TODAY.plusDays(20)),
                java.sql.Date.valueOf(TODAY.plusDays(15)),
                java.sql.Date.valueOf(TODAY.plusDays(20)),
                district.directive().id());
        return district;
    }

    @Test
    void feedsOfThreeRolesShowExactlyWhatTheirPagesShow() throws SQLException {
        PlannedDistrict district = handedDown();
        LocalDate[] weeks = {TODAY, TODAY.plusDays(7), TODAY.plusDays(14), TODAY.plusDays(21)};
        Set<Set<String>> all = new java.util.HashSet<>();
        for (String login : List.of("gacc.officer", "shenzhen.officer", "shekou.officer")) {
            for (String whose : List.of("MINE", "UNIT", "BELOW")) {
                Rows.change("delete from rate_counter");
                Caller who = Caller.signedIn(login);
                Set<String> page = shown(who, whose, district, weeks);
                assertThat(events(make(who, whose), district))
                        .as(login + " " + whose)
                        .isEqualTo(page);
                all.add(page);
                assertThat(page.isEmpty())
                        .as(login + " " + whose)
                        .isEqualTo(login.equals("shekou.officer") && whose.equals("BELOW"));
            }
        }
        assertThat(all).as("they are not all the same").hasSizeGreaterThan(4);
    }

    @Test
    void aLinkOpensNothingOnceItIsRevokedRenewedOrItsOwnersRoleIsOver() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        String first = make(officer, "MINE");
        assertThat(open(first).statusCode()).isEqualTo(200);
        String second = link(officer.form(FEEDS + "/" + feed() + "/renewal", Map.of()));
        assertThat(open(first).statusCode()).as("renewed").isEqualTo(404);
        assertThat(open(second).statusCode()).isEqualTo(200);
        assertThat(officer.form(FEEDS + "/" + feed() + "/revocation", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(open(second).statusCode()).as("revoked").isEqualTo(404);
        assertThat(open("/calendar/" + "x".repeat(43) + ".ics").statusCode()).isEqualTo(404);

        Caller leaver = Cascade.newcomer("5304", "HOUSE_OFFICER");
        String his = make(leaver, "UNIT");
        assertThat(open(his).statusCode()).isEqualTo(200);
        Rows.change("update role_assignment set valid_to = china_day() - 1 where id = (select assignment_id from"
                + " calendar_feed where id = " + feed() + ")");
        assertThat(open(his).statusCode()).as("the role is over").isEqualTo(404);
        Rows.change("update role_assignment set valid_to = null where id = (select assignment_id from calendar_feed"
                + " where id = " + feed() + ")");
        assertThat(open(his).statusCode()).isEqualTo(200);
        Rows.change("update account set suspended_at = now() where id = (select account_id from calendar_feed"
                + " where id = " + feed() + ")");
        assertThat(open(his).statusCode()).as("he left").isEqualTo(404);
    }

    @Test
    void nobodyElseRenewsOrRevokesALinkAndOneIsRenewedOnce() throws SQLException {
        String link = make(Caller.signedIn("shekou.officer"), "MINE");
        long id = feed();
        for (String login : List.of("shenzhen.officer", "shekou.coordinator", "gacc.officer")) {
            for (String step : List.of("renewal", "revocation")) {
                assertThat(Caller.signedIn(login)
                                .form(FEEDS + "/" + id + "/" + step, Map.of())
                                .statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(open(link).statusCode()).isEqualTo(200);
        Caller owner = Caller.signedIn("shekou.officer");
        owner.form(FEEDS + "/" + id + "/revocation", Map.of());
        assertThat(owner.form(FEEDS + "/" + id + "/renewal", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(owner.form(FEEDS, Map.of("whose", "ALL", "language", "ZH")).statusCode())
                .as("no link for everything at once")
                .isEqualTo(400);
    }

    @Test
    void theTokenIsKeptAsItsHashAloneAndItsUseIsShown() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        String link = make(officer, "UNIT");
        String token = link.substring("/calendar/".length(), link.length() - ".ics".length());
        assertThat(Rows.number(
                        "select count(*) from calendar_feed where token_hash = sha256(convert_to(?, 'UTF8'))", token))
                .isEqualTo(1);
        assertThat(officer.get(FEEDS).body()).contains("从未使用").doesNotContain(token);
        open(link);
        assertThat(officer.get(FEEDS).body()).doesNotContain("从未使用");
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'campaign.make-feed' and record_id = ?"
                                + " and account_id = ? and changes::text not like '%' || ? || '%'",
                        Long.toString(feed()), Caller.account("shekou.officer"), token))
                .isEqualTo(1);
    }

    @Test
    void aProgramThatHasTheNewestIsToldSo() throws SQLException {
        PlannedDistrict district = handedDown();
        String link = make(Caller.signedIn("shekou.officer"), "UNIT");
        HttpResponse<String> first = open(link);
        assertThat(first.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = open(link, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        Rows.change(
                "update planned_activity set place = '前海', version = version + 1 where campaign_id = ?",
                district.directive().id());
        assertThat(open(link, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void somebodySignedInReadsWhatTheLinkShowsAndStaysWhoHeIs() {
        String link = make(Caller.signedIn("shenzhen.officer"), "UNIT");
        Caller other = Caller.signedIn("shekou.officer");
        assertThat(other.get(link).body()).isEqualTo(open(link).body());
        assertThat(other.get("/desk").body()).contains("蛇口海关");
    }

    @Test
    void noEnterpriseIsNamedWhateverTasksAndRowsSay() throws SQLException {
        PlannedDistrict district = handedDown();
        LocalDate day = TODAY.plusDays(33);
        Rows.change(
                "insert into task (unit_id, org_path, owner_id, enterprise_id, title, due_on, account_id) select e.unit_id,"
                        + " e.org_path, a.id, e.id, '回访' || e.name_zh, ?, a.id from account a, enterprise e"
                        + " where a.login = 'shekou.officer' and e.org_path = '0000.5300.5304.' order by e.id limit 1",
                java.sql.Date.valueOf(day));
        Rows.change(
                "update campaign_member set officer_id = ?, postponed_to = ? where campaign_id = ?"
                        + " and org_path = '0000.5300.5304.'",
                Caller.account("shekou.officer"),
                java.sql.Date.valueOf(day),
                district.directive().id());
        long rows = Rows.number(
                "select count(*) from campaign_member where campaign_id = ? and org_path = '0000.5300.5304.'"
                        + " and level < 2",
                district.directive().id());
        String body = open(make(Caller.signedIn("shekou.officer"), "MINE")).body();
        String text = body.replace("\r\n ", "");
        assertThat(text).contains("跟进事项", "暂缓企业" + rows + "家恢复联系");
        for (Rows.Row name : Rows.all("select name_zh from enterprise where org_path = '0000.5300.5304.'")) {
            assertThat(text).doesNotContain(name.text("name_zh"));
        }
    }

    @Test
    void whatIsWithdrawnIsCancelledUnderTheSameName() throws SQLException {
        PlannedDistrict district = handedDown();
        String link = make(Caller.signedIn("shekou.officer"), "UNIT");
        Set<String> before = events(link, district);
        assertThat(before).hasSizeGreaterThan(3);
        done(district.directive().step(Caller.signedIn("gacc.officer"), "/withdrawal", "{\"reason\":\"样例\"}"));
        String note = "campaign-" + district.directive().id() + "-note";
        before.add(note + " " + TODAY.plusDays(5));
        assertThat(events(link, district)).as("and the day to take note of it").isEqualTo(before);
        assertThat(Biweekly.parse(open(link).body()).first().getEvents())
                .filteredOn(event -> of(event.getUid().getValue().replaceFirst("@.*", ""), district))
                .isNotEmpty()
                .allMatch(event -> event.getStatus()
                        .getValue()
                        .equals(event.getUid().getValue().startsWith(note) ? "CONFIRMED" : "CANCELLED"));
    }

    @Test
    void theFormKeepsWhatWasChosenAndStopsAtTheMost() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        String page = officer.get(FEEDS).body();
        assertThat(SentForm.on(page, FEEDS).by(officer).statusCode()).isEqualTo(200);
        for (int i = 1; i < Feeds.MOST; i++) {
            make(officer, "MINE");
        }
        HttpResponse<String> tooMany = officer.form(FEEDS, Map.of("whose", "BELOW", "language", "EN"));
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("订阅链接过多");
    }

    @Test
    void oneLinkIsNotAskedForeverAndAnotherIsOpenAllTheSame() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        String link = make(officer, "MINE");
        int last = 200;
        for (int i = 0; i < 400 && last == 200; i++) {
            last = open(link).statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(open(make(officer, "UNIT")).statusCode()).isEqualTo(200);
    }
}
