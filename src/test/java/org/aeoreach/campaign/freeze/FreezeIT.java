package org.aeoreach.campaign.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The denominator is what is in scope at one moment, whole or not at all, and misses no contact that was under way. */
@RunAsClient
class FreezeIT implements ServerTest {

    private static final String ISSUER = "gacc.officer";

    private long house;
    private long other;
    private SampleEnterprise one;
    private SampleEnterprise two;
    private SampleEnterprise three;
    private SampleCampaign campaign;

    @BeforeEach
    void twoHouses() throws SQLException {
        house = SampleCampaign.house();
        other = SampleCampaign.house();
        one = SampleEnterprise.at(Units.code(house));
        two = SampleEnterprise.at(Units.code(house));
        three = SampleEnterprise.at(Units.code(other));
        campaign = SampleCampaign.approved(ISSUER, List.of(house, other));
    }

    @Test
    void putsDownWhoIsInScopeWithWhatTheLedgerSays() throws SQLException {
        SampleEnterprise outside = SampleEnterprise.at(Units.code(SampleCampaign.house()));
        SampleCampaign.contact(one.id(), "ONE_TO_ONE");
        SampleCampaign.contact(two.id(), "ATTENDED");
        campaign.frozen();
        assertThat(campaign.status()).isEqualTo("RUNNING");
        assertThat(campaign.counted()).isEqualTo(3);
        assertThat(List.of(campaign.state(one.id()), campaign.state(two.id()), campaign.state(three.id())))
                .containsExactly("REACHED", "TOUCHED", "UNTOUCHED");
        campaign.holds();

        SampleCampaign.contact(three.id(), "ONE_TO_ONE");
        SampleCampaign.contact(outside.id(), "ONE_TO_ONE");
        assertThat(campaign.counted("REACHED")).isEqualTo(2);
        assertThat(campaign.counted()).isEqualTo(3);
        campaign.holds();
        assertThat(campaign.frozen().counted()).as("asked twice").isEqualTo(3);
    }

    @Test
    void takesOnlyWhoMeetsTheConditions() throws SQLException {
        Rows.change("update enterprise set size_class = 'LARGE' where id = ?", two.id());
        Rows.change(
                "update campaign set conditions = ? where id = ?",
                "{\"criterion\":\"size\",\"values\":{\"value\":[\"LARGE\"]}}",
                campaign.id());
        campaign.frozen();
        assertThat(campaign.state(two.id())).isEqualTo("UNTOUCHED");
        assertThat(campaign.counted()).isEqualTo(1);
    }

    @Test
    void leavesTheCampaignWaitingWhenNobodyIsInScope() throws SQLException {
        SampleCampaign empty = SampleCampaign.approved(ISSUER, List.of(SampleCampaign.house()));
        assertThat(SampleCampaign.ended(empty.start("freeze-campaign")))
                .startsWith("FAILED counting.problem.nobody-in-scope");
        assertThat(empty.status()).isEqualTo("FREEZING");
        assertThat(empty.members()).isZero();
    }

    @Test
    void countsAContactThatWasUnderWay() throws SQLException {
        try (Connection officer = TestPostgres.running().owner()) {
            officer.setAutoCommit(false);
            SampleCampaign.contact(officer, one.id(), "ONE_TO_ONE");
            long job = campaign.start("freeze-campaign");
            awaitRunning();
            assertThat(campaign.state(one.id())).isEqualTo("UNTOUCHED");
            officer.commit();
            assertThat(SampleCampaign.ended(job)).startsWith("DONE");
        }
        assertThat(campaign.state(one.id())).isEqualTo("REACHED");
        assertThat(campaign.counted("REACHED")).isEqualTo(1);
        campaign.holds();
    }

    private void awaitRunning() throws SQLException {
        for (int i = 0; i < 600 && !campaign.status().equals("RUNNING"); i++) {
            sleep();
        }
        assertThat(campaign.status()).isEqualTo("RUNNING");
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesNothingWhenItIsKilledHalfWayAndBeginsAgain() throws SQLException {
        long last = Math.max(house, other);
        long job;
        try (Connection holder = TestPostgres.running().owner();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from unit where id = " + last + " for update");
            job = campaign.start("freeze-campaign");
            killWhoWaits();
            assertThat(campaign.members()).isZero();
            assertThat(campaign.counted()).isZero();
            assertThat(campaign.status()).isEqualTo("FREEZING");
            holder.rollback();
        }
        if (!SampleCampaign.ended(job).startsWith("DONE")) {
            campaign.frozen();
        }
        assertThat(campaign.counted()).isEqualTo(3);
        assertThat(campaign.members()).isEqualTo(3);
        campaign.holds();
    }

    /** The one that waits for the house in the middle of its work. The application may end sessions of its own role. */
    private static void killWhoWaits() throws SQLException {
        for (int i = 0; i < 600; i++) {
            List<Rows.Row> waiting = Rows.all("select distinct pid from pg_locks where not granted");
            if (!waiting.isEmpty()) {
                try (Connection application = TestPostgres.running().application();
                        Statement statement = application.createStatement()) {
                    statement.execute(
                            "select pg_terminate_backend(" + waiting.get(0).id("pid") + ")");
                }
                return;
            }
            sleep();
        }
        throw new AssertionError("no freeze was waiting");
    }

    @Test
    void nothingIsInTheFiguresBeforeItRunsAndEverybodyOnceThen() throws SQLException {
        String begins = "update campaign set status = 'RUNNING', frozen_at = now() where id = " + campaign.id();
        try (Connection freezing = TestPostgres.running().owner();
                Statement statement = freezing.createStatement()) {
            freezing.setAutoCommit(false);
            for (int half = 0; half < 2; half++) {
                statement.execute(
                        "insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id,"
                                + " house_path, audience, track, priority) select id, " + campaign.id()
                                + ", unit_id, org_path, unit_id, org_path, 'ALL', 'NONE', 1 from enterprise where id in ("
                                + (half == 0 ? one.id() : two.id() + ", " + three.id()) + ")");
            }
            assertThat(figured(statement)).isZero();
            statement.execute(begins);
            assertThat(figured(statement)).isEqualTo(3);
            statement.execute("select campaign_fold(1000000)");
            assertThat(figured(statement)).isEqualTo(3);
            freezing.rollback();
            assertThat(figured(statement)).isZero();
        }
        assertThat(campaign.frozen().counted()).isEqualTo(3);
        campaign.holds();
    }

    private int figured(Statement statement) throws SQLException {
        try (ResultSet sum = statement.executeQuery("select coalesce(sum(enterprises), 0) from campaign_figure"
                + " where dimension = 'ALL' and campaign_id = " + campaign.id())) {
            sum.next();
            return sum.getInt(1);
        }
    }

    @Test
    void followsAnAmendedRuleAndMissesNoContactJudgedByTheOldOne() throws SQLException {
        SampleCampaign.contact(two.id(), "ATTENDED");
        campaign.frozen();
        assertThat(campaign.counted("REACHED")).isZero();
        try (Connection officer = TestPostgres.running().owner()) {
            officer.setAutoCommit(false);
            SampleCampaign.contact(officer, one.id(), "ATTENDED");
            Rows.change(
                    "update campaign_audience set least_strength = 'ATTENDED' where campaign_id = ?", campaign.id());
            long job = campaign.start("relevel-campaign");
            for (int i = 0; i < 600 && campaign.counted("REACHED") == 0; i++) {
                sleep();
            }
            assertThat(campaign.state(two.id())).isEqualTo("REACHED");
            officer.commit();
            assertThat(SampleCampaign.ended(job)).startsWith("DONE");
        }
        assertThat(campaign.state(one.id())).isEqualTo("REACHED");
        campaign.holds();
        Rows.change("update campaign_audience set least_strength = 'ONE_TO_ONE' where campaign_id = ?", campaign.id());
        assertThat(SampleCampaign.ended(campaign.start("relevel-campaign"))).startsWith("DONE");
        assertThat(campaign.counted("REACHED")).isZero();
        assertThat(campaign.counted("TOUCHED")).isEqualTo(2);
        campaign.holds();
    }

    @Test
    void showsWhoCameIntoScopeSinceApartAndInNoDenominator() throws SQLException {
        campaign.frozen();
        SampleEnterprise late = SampleEnterprise.at(Units.code(house));
        SampleCampaign.contact(late.id(), "ONE_TO_ONE");
        assertThat(SampleCampaign.ended(campaign.start("campaign-newcomers"))).startsWith("DONE");
        assertThat(campaign.members()).isEqualTo(4);
        assertThat(campaign.counted()).isEqualTo(3);
        assertThat(campaign.counted("REACHED")).isZero();
        assertThat(Rows.number(
                        "select sum(enterprises) from campaign_figure where campaign_id = ? and dimension = 'APART'"
                                + " and value = 'LATE' and state = 'REACHED'",
                        campaign.id()))
                .isEqualTo(1);
        campaign.holds();
    }
}
