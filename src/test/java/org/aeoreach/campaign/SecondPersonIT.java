package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is approved is approved by another person of the same unit in the same role. */
@RunAsClient
class SecondPersonIT implements ServerTest {

    private static final String DECIDE = "/desk/campaigns?waits=DECIDE&limit=100";

    @BeforeEach
    void calls() throws SQLException {
        Rows.change("delete from rate_counter");
        SampleEnterprise.at("5304");
    }

    @ParameterizedTest
    @CsvSource({
        "0000, GACC_OFFICER, GACC_OFFICER, true",
        "0000, GACC_OFFICER, COORDINATOR, false",
        "0000, GACC_OFFICER, HOUSE_OFFICER, false",
        "5300, DISTRICT_OFFICER, DISTRICT_OFFICER, true",
        "5300, DISTRICT_OFFICER, COORDINATOR, false",
        "5300, COORDINATOR, COORDINATOR, true",
        "5300, COORDINATOR, DISTRICT_OFFICER, false",
        "5304, HOUSE_OFFICER, HOUSE_OFFICER, true",
        "5304, HOUSE_OFFICER, COORDINATOR, false",
        "5304, COORDINATOR, COORDINATOR, true",
        "5304, COORDINATOR, HOUSE_OFFICER, false",
    })
    void aCampaignAndItsAmendmentAreApprovedInTheRoleInWhichTheyWereSubmitted(
            String unit, String submits, String approves, boolean may) throws SQLException {
        Caller author = Cascade.newcomer(unit, submits);
        Caller other = Cascade.newcomer(unit, approves);
        Cascade own = unit.equals("0000") ? Cascade.drafted(author, "岗位样例", "5300") : Cascade.drafted(author, "岗位样例");
        done(own.step(author, "/submission", null));
        assertThat(own.step(author, "/approval", null).status()).isEqualTo(403);
        told(other, own.desk(), own, may);
        assertThat(own.step(other, "/approval", null).status()).isEqualTo(may ? 200 : 403);
        if (!may) {
            done(own.step(Cascade.newcomer(unit, submits), "/approval", null));
        }
        assertThat(own.frozen()).isEqualTo("RUNNING");
        String proposal = own.api() + "/editions/2";
        Reply proposed = done(Cascade.sent(
                author,
                "PUT",
                proposal,
                "{\"content\":" + Cascade.content("岗位样例", 60) + ",\"note\":\"提高目标\"}",
                "\"v0\""));
        told(other, own.desk() + "/amendment", own, may);
        assertThat(Cascade.sent(other, "POST", proposal + "/approval", null, proposed.etag())
                        .status())
                .isEqualTo(may ? 200 : 403);
    }

    /** The page offers what the person may do, and his first page counts it. */
    private static void told(Caller who, String page, Cascade own, boolean may) {
        String shown = who.get(page).body();
        String waiting = who.get(DECIDE).body();
        if (may) {
            assertThat(shown).contains("/approval\"");
            assertThat(waiting).contains(own.desk() + "\"");
        } else {
            assertThat(shown).contains("须由另一人审核：与提交人同一岗位").doesNotContain("/approval\"");
            assertThat(waiting).doesNotContain(own.desk() + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GACC_OFFICER, GACC_OFFICER, 200",
        "GACC_OFFICER, COORDINATOR, 403",
        "DISTRICT_OFFICER, DISTRICT_OFFICER, 200",
        "DISTRICT_OFFICER, COORDINATOR, 403",
        "HOUSE_OFFICER, HOUSE_OFFICER, 200",
        "HOUSE_OFFICER, COORDINATOR, 403",
        "COORDINATOR, COORDINATOR, 200",
        "COORDINATOR, HOUSE_OFFICER, 403",
    })
    void aMailingIsApprovedInTheRoleInWhichItWasSubmitted(String submits, String approves, int status)
            throws SQLException {
        String unit = submits.startsWith("GACC") ? "0000" : submits.startsWith("DISTRICT") ? "5300" : "5304";
        Caller author = Cascade.newcomer(unit, submits);
        Caller other = Cascade.newcomer(unit, approves);
        Caller elsewhere = Cascade.newcomer("5316", "HOUSE_OFFICER");
        Cascade own = Cascade.started(unit);
        String mailing = own.mailing(author);
        done(own.mailingStep(author, mailing, "/submission"));
        assertThat(own.mailingStep(author, mailing, "/approval").status()).isEqualTo(403);
        assertThat(own.mailingStep(elsewhere, mailing, "/approval").status()).isIn(403, 404);
        boolean may = status == 200;
        String desk = mailing.replace("/api/v1", "/desk");
        String shown = other.get(desk).body();
        String waiting = other.get("/desk/campaigns?waits=MAILING&limit=100").body();
        assertThat(shown.contains(desk + "/approval\"")).isEqualTo(may);
        assertThat(shown.contains("须由另一人审核：与提交人同一岗位")).isEqualTo(!may);
        assertThat(waiting.contains(own.desk() + "\"")).isEqualTo(may);
        assertThat(own.mailingStep(other, mailing, "/approval").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"DISTRICT_OFFICER, 200", "COORDINATOR, 403", "UNIT_ADMINISTRATOR, 403"})
    void aPlanAndItsRevisionAreApprovedByAnOfficerOfTheDistrict(String role, int status) throws SQLException {
        Caller officer = Caller.signedIn("shenzhen.officer");
        Caller planner = Caller.signedIn("shenzhen.planner");
        Caller other = Cascade.newcomer("5300", role);
        Cascade directive = Cascade.running("方案岗位样例", "5300");
        directive.submitted(officer, "5300");
        assertThat(directive.step(other, "5300", "/approval", null).status()).isEqualTo(status);
        if (status != 200) {
            done(directive.step(planner, "5300", "/approval", null));
        }
        done(directive.step(officer, "5300", "/push", null));
        done(directive.step(officer, "5300", "/revision", null));
        done(directive.step(officer, "5300", "/submission", null));
        assertThat(directive.step(officer, "5300", "/approval", null).status()).isEqualTo(403);
        assertThat(directive.step(other, "5300", "/approval", null).status()).isEqualTo(status);
    }

    @Test
    void onlyAnOfficerOfTheGeneralAdministrationDirects() throws SQLException {
        Caller coordinator = Cascade.newcomer("0000", "COORDINATOR");
        assertThat(Reply.of(coordinator.json("POST", "/api/v1/campaigns", Cascade.directive("越权", "5300")))
                        .status())
                .isEqualTo(403);
    }
}
