package org.aeoreach.campaign.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of contacts, enterprises and units: figures are what a full count says, and nothing counts twice. */
@RunAsClient
class CountingIT implements ServerTest {

    private static final String ISSUER = "gacc.officer";

    private long house;
    private SampleEnterprise one;
    private SampleEnterprise two;
    private SampleCampaign campaign;

    @BeforeEach
    void aRunningCampaign() throws SQLException {
        Rows.change("delete from rate_counter");
        house = SampleCampaign.house();
        one = SampleEnterprise.at(Units.code(house));
        two = SampleEnterprise.at(Units.code(house));
        campaign = SampleCampaign.approved(ISSUER, List.of(house)).frozen();
    }

    @Test
    void aContactCorrectedOrWithdrawnNoLongerReaches() throws SQLException {
        SampleEnterprise ours = SampleEnterprise.at("5304");
        SampleCampaign theirs = SampleCampaign.approved(ISSUER, List.of(Units.id("5304")));
        theirs.frozen();
        Caller officer = Caller.signedIn("shekou.officer");
        String contact = "{\"day\":\"" + SampleEnterprise.today() + "\",\"channel\":\"VISIT\",\"direction\":\"OUT\","
                + "\"enterprises\":[" + ours.id() + "],\"said\":\"宣讲\"";
        assertThat(officer.json("POST", "/api/v1/touchpoints", contact + "}").statusCode())
                .isEqualTo(201);
        assertThat(theirs.state(ours.id())).isEqualTo("REACHED");
        long id = Rows.number("select max(touchpoint_id) from touchpoint_party where enterprise_id = ?", ours.id());
        String weaker = "{\"reason\":\"并非面谈\",\"contact\":" + contact + ",\"strength\":\"ATTENDED\"}}";
        require(officer.json("PUT", "/api/v1/touchpoints/" + id, weaker, "If-Match", "\"v0\""));
        assertThat(theirs.state(ours.id())).isEqualTo("TOUCHED");
        theirs.holds();
        String why = "{\"reason\":\"重复录入\"}";
        require(officer.json("POST", "/api/v1/touchpoints/" + id + "/withdrawal", why, "If-Match", "\"v1\""));
        assertThat(theirs.state(ours.id())).isEqualTo("UNTOUCHED");
        theirs.holds();
    }

    private static void require(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void anEnterpriseThatMovesIsWorkedOnElsewhereAndStaysInTheFigures() throws SQLException {
        long elsewhere = SampleCampaign.house();
        move(one, elsewhere);
        assertThat(campaign.counted()).isEqualTo(2);
        assertThat(Rows.one(
                                "select org_path || ' ' || house_path as paths from campaign_member"
                                        + " where campaign_id = ? and enterprise_id = ?",
                                campaign.id(),
                                one.id())
                        .text("paths"))
                .isEqualTo(SampleCampaign.path(elsewhere) + " " + SampleCampaign.path(house));
        SampleCampaign.contact(one.id(), "ONE_TO_ONE");
        assertThat(campaign.counted("REACHED")).isEqualTo(1);
        campaign.holds();
        move(one, house);
        campaign.holds();
    }

    @Test
    void whoIsTakenOutIsInNoFigureAnyMore() throws SQLException {
        SampleCampaign.contact(one.id(), "ONE_TO_ONE");
        Rows.change("delete from campaign_member where campaign_id = ? and enterprise_id = ?", campaign.id(), one.id());
        assertThat(campaign.counted()).isEqualTo(1);
        assertThat(campaign.counted("REACHED")).isZero();
        campaign.holds();
    }

    private static void move(SampleEnterprise enterprise, long unit) throws SQLException {
        Rows.change(
                "update enterprise set unit_id = ?, org_path = ? where id = ?",
                unit,
                SampleCampaign.path(unit),
                enterprise.id());
    }

    @Test
    void excludingMakesNoRateBetter() throws SQLException {
        SampleCampaign.contact(one.id(), "ONE_TO_ONE");
        stands(two, "EXCLUDED");
        assertThat(List.of(campaign.counted(), campaign.counted("REACHED"), campaign.counted("EXCLUDED")))
                .containsExactly(2L, 1L, 1L);
        stands(one, "EXCLUDED");
        assertThat(List.of(campaign.counted(), campaign.counted("REACHED"), campaign.counted("EXCLUDED")))
                .containsExactly(2L, 0L, 2L);
        stands(one, "UNREACHABLE");
        assertThat(campaign.state(one.id())).isEqualTo("REACHED");
        campaign.holds();
    }

    private void stands(SampleEnterprise enterprise, String standing) throws SQLException {
        Rows.change(
                "update campaign_member set standing = ?, reason = 'CLOSED' where campaign_id = ? and enterprise_id = ?",
                standing,
                campaign.id(),
                enterprise.id());
    }

    @Test
    void twoContactsAtOnceReachOnce() throws Exception {
        try (Connection first = TestPostgres.running().owner()) {
            first.setAutoCommit(false);
            SampleCampaign.contact(first, one.id(), "ONE_TO_ONE");
            CompletableFuture<Void> second = CompletableFuture.runAsync(this::another);
            awaitWaiting();
            first.commit();
            second.join();
        }
        assertThat(campaign.counted("REACHED")).isEqualTo(1);
        campaign.holds();
    }

    private void another() {
        try (Connection officer = TestPostgres.running().owner()) {
            SampleCampaign.contact(officer, one.id(), "ATTENDED");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting() throws SQLException {
        for (int i = 0; i < 300; i++) {
            if (!Rows.all("select pid from pg_locks where not granted").isEmpty()) {
                return;
            }
            SampleCampaign.pause();
        }
        throw new AssertionError("nobody waits");
    }

    @Test
    void twoFoldsAtOnceOrOneThatIsKilledCountNothingTwice() throws SQLException {
        SampleCampaign.contact(one.id(), "ONE_TO_ONE");
        try (Connection first = TestPostgres.running().owner();
                Connection second = TestPostgres.running().owner()) {
            first.setAutoCommit(false);
            foldUntilDone(first);
            assertThat(fold(second)).as("another node, meanwhile").isZero();
            campaign.holds();
            first.rollback();
            campaign.holds();
            foldUntilDone(first);
            first.commit();
            assertThat(pending(second)).isZero();
            campaign.holds();
            fold(second);
            campaign.holds();
        }
    }

    private void foldUntilDone(Connection connection) throws SQLException {
        for (int i = 0; i < 300 && fold(connection) + pending(connection) > 0; i++) {
            // The server's own may be at it.
            SampleCampaign.pause();
        }
        assertThat(pending(connection)).isZero();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('aeo.campaign_fold'))");
        }
    }

    private static int fold(Connection connection) throws SQLException {
        return number(connection, "select campaign_fold(20000)");
    }

    private int pending(Connection connection) throws SQLException {
        return number(connection, "select count(*) from campaign_sum_change where campaign_id = " + campaign.id());
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aUnitThatMovesWhileAFoldIsUnderWayTakesItsFiguresAlong() throws Exception {
        String before = SampleCampaign.path(house);
        String after = before.replace("0000.5300.", "0000.5200.");
        SampleCampaign.contact(one.id(), "ONE_TO_ONE");
        try (Connection folding = TestPostgres.running().owner()) {
            folding.setAutoCommit(false);
            foldUntilDone(folding);
            CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> moveUnit(after));
            awaitWaiting();
            folding.commit();
            moving.join();
        }
        assertThat(below(after)).isEqualTo(2);
        assertThat(below(before)).isZero();
        campaign.holds();
        SampleCampaign.contact(two.id(), "ATTENDED");
        campaign.holds();
        try (Connection officer = TestPostgres.running().owner()) {
            officer.setAutoCommit(false);
            moveUnit(before);
            foldUntilDone(officer);
            officer.commit();
        }
        assertThat(below(before)).isEqualTo(2);
        campaign.holds();
    }

    private void moveUnit(String path) {
        try (Connection connection = TestPostgres.running().owner();
                PreparedStatement update = connection.prepareStatement("update unit set org_path = ? where id = ?")) {
            update.setString(1, path);
            update.setLong(2, house);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long below(String path) throws SQLException {
        return Rows.number(
                "select coalesce(sum(enterprises), 0) from campaign_figure where campaign_id = ? and dimension = 'ALL'"
                        + " and house_path = ?",
                campaign.id(),
                path);
    }

    @Test
    void theNightFindsNothingAndMendsAndTellsWhatWasMadeWrong() throws SQLException {
        SampleCampaign.contact(one.id(), "ONE_TO_ONE");
        SampleCampaign.contact(two.id(), "ONE_TO_ONE");
        String found = recounted();
        assertThat(found).doesNotContain("\"unit\":\"" + Units.code(house) + "\"");

        Rows.change(
                "insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state,"
                        + " enterprises) values (?, 'ALL', ?, ?, '', 'ALL', 'REACHED', 3)",
                campaign.id(),
                house,
                SampleCampaign.path(house));
        Rows.change(
                "update campaign_member set level = 0, reached_on = null where campaign_id = ? and enterprise_id = ?",
                campaign.id(),
                two.id());
        found = recounted();
        assertThat(campaign.counted()).isEqualTo(2);
        assertThat(campaign.counted("REACHED")).isEqualTo(2);
        assertThat(campaign.state(two.id())).isEqualTo("REACHED");
        campaign.holds();
        String place = "\"cell\":\"ALL  ALL REACHED\",\"told\":5,\"unit\":\"" + Units.code(house) + "\",\"counted\":2";
        assertThat(found).contains(place, "\"levels\":1,");
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'campaign.recount' and record_id = ?",
                        Long.toString(campaign.id())))
                .isEqualTo(1);
        assertThat(recounted()).contains("\"sums\":0,\"levels\":0,");
    }

    /** What the job of the night told. */
    static String recounted() throws SQLException {
        for (Rows.Row other :
                Rows.all("select id from job where kind = 'recount-campaigns' and status in ('WAITING', 'RUNNING')")) {
            SampleCampaign.ended(other.id("id"));
        }
        long job = Rows.number("insert into job (kind, slot, org_path) values ('recount-campaigns',"
                + " clock_timestamp(), '0000.') returning id");
        String ended = SampleCampaign.ended(job);
        assertThat(ended).startsWith("DONE");
        return ended.replace(": ", ":").replace(", ", ",");
    }
}
