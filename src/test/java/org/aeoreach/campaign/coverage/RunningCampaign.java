package org.aeoreach.campaign.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;

/** A directive that runs in 5300, where two new houses with people of their own work on it. */
public record RunningCampaign(SampleCampaign sample, House one, House other) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A house below 5300. @param enterprises in scope that are registered there, in the order they were made */
    public record House(long id, String code, String path, String officer, String colleague, List<Long> enterprises) {

        public static House with(int enterprises) throws SQLException {
            long id = Units.newHouse("5300");
            String code = Units.code(id);
            List<Long> made = new ArrayList<>();
            for (int i = 0; i < enterprises; i++) {
                made.add(SampleEnterprise.at(code).id());
            }
            return new House(id, code, SampleCampaign.path(id), person(id), person(id), made);
        }

        private static String person(long unit) throws SQLException {
            String login = "campaign." + COUNT.incrementAndGet();
            Rows.number(
                    "with a as (insert into account (kind, login, name_zh, name_en, mail, unit_id, org_path) select"
                            + " 'OFFICER', ?, ?, ?, 'campaign@example.test', id, org_path from unit where id = ?"
                            + " returning id, unit_id, org_path) insert into role_assignment (account_id, role, unit_id,"
                            + " org_path, valid_from) select id, 'HOUSE_OFFICER', unit_id, org_path, china_day() - 10 from a"
                            + " returning account_id",
                    login,
                    login,
                    login,
                    unit);
            return login;
        }

        public Caller caller() {
            return Caller.signedIn(officer);
        }
    }

    /** With so many enterprises in each house, handed down to the first. */
    public static RunningCampaign with(int enterprises, int others) throws SQLException {
        Rows.change("delete from rate_counter");
        return of(House.with(enterprises), House.with(others));
    }

    public static RunningCampaign of(House one, House other) throws SQLException {
        SampleCampaign sample = SampleCampaign.approved("gacc.officer", List.of(Units.id("5300")));
        sample.frozen();
        Rows.change(
                "insert into campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, status) select p.id,"
                        + " p.campaign_id, u.id, u.org_path, 2, 'PUSHED' from campaign_plan p, unit u"
                        + " where p.campaign_id = ? and u.id = ?",
                sample.id(),
                one.id());
        Rows.change("update campaign_plan set pushed_at = now() where campaign_id = ?", sample.id());
        return new RunningCampaign(sample, one, other);
    }

    public String desk() {
        return "/desk/campaigns/" + sample.id();
    }

    public String api() {
        return "/api/v1/campaigns/" + sample.id();
    }

    /** The list of the caller's unit, over REST. */
    public String work() {
        return api() + "/work";
    }

    /** Figures of a unit as somebody sees them. */
    public JsonObject total(Caller caller, String unit) {
        Reply reply = Reply.of(caller.get(api() + "/coverage?unit=" + unit));
        assertThat(reply.status()).as(caller + " about " + unit).isEqualTo(200);
        return reply.body().getJsonObject("total");
    }

    /** Changes rows of the list. @param how further members of the JSON object */
    public Reply change(Caller caller, String action, String how, Long... enterprises) throws SQLException {
        return change(caller, action, how, seen(enterprises), enterprises);
    }

    /** The same by somebody who saw these versions of the rows. */
    public Reply change(Caller caller, String action, String how, List<Long> seen, Long... enterprises) {
        return Reply.of(caller.json(
                "POST",
                work() + "/changes",
                "{\"enterpriseIds\":" + List.of(enterprises) + ",\"versions\":" + seen + ",\"action\":\"" + action
                        + "\"" + how + "}"));
    }

    /** Versions of rows as they stand now. */
    public List<Long> seen(Long... enterprises) throws SQLException {
        List<Long> seen = new ArrayList<>();
        for (Long enterprise : enterprises) {
            seen.add(Rows.number(
                    "select version from campaign_member where campaign_id = ? and enterprise_id = ?",
                    sample.id(),
                    enterprise));
        }
        return seen;
    }

    /** Writes a contact of today down, as the form of the ledger does. */
    public static void visit(Caller caller, long enterprise) {
        Reply reply = Reply.of(caller.json(
                "POST",
                "/api/v1/touchpoints",
                "{\"day\":\"" + SampleEnterprise.today()
                        + "\",\"channel\":\"VISIT\",\"direction\":\"OUT\",\"strength\":"
                        + "\"ONE_TO_ONE\",\"enterprises\":[" + enterprise + "]}"));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
    }
}
