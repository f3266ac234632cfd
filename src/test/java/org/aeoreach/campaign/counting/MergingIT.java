package org.aeoreach.campaign.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making one of two enterprises, or two of one again, changes no figure: a contact counts where it was written down. */
@RunAsClient
class MergingIT implements ServerTest {

    @BeforeEach
    void unhurried() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static SampleCampaign frozen() throws SQLException {
        return SampleCampaign.approved("gacc.officer", List.of(Units.id("5304")))
                .frozen();
    }

    @Test
    void whoIsMergedIntoAnotherThatWasReachedIsNotReachedByThat() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        SampleCampaign theirs = frozen();
        SampleCampaign.contact(kept.id(), "ONE_TO_ONE");
        long scope = theirs.counted();
        long reached = theirs.counted("REACHED");
        String id = merge(kept, merged);
        assertThat(states(theirs, kept, merged)).containsExactly("REACHED", "UNTOUCHED");
        assertThat(marked(theirs, merged)).isTrue();
        assertThat(List.of(theirs.counted(), theirs.counted("REACHED"))).containsExactly(scope, reached);
        theirs.holds();
        undo(id);
        assertThat(marked(theirs, merged)).isFalse();
        assertThat(states(theirs, kept, merged)).containsExactly("REACHED", "UNTOUCHED");
        theirs.holds();
    }

    @Test
    void whoIsMergedKeepsWhatItsOwnContactsGaveItAndTheOneKeptWhatItsOwnDid() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        SampleCampaign theirs = frozen();
        SampleCampaign.contact(merged.id(), "ONE_TO_ONE");
        long reached = theirs.counted("REACHED");
        String id = merge(kept, merged);
        assertThat(states(theirs, kept, merged)).containsExactly("UNTOUCHED", "REACHED");
        assertThat(theirs.counted("REACHED")).isEqualTo(reached);
        theirs.holds();
        SampleCampaign.contact(kept.id(), "ATTENDED");
        assertThat(states(theirs, kept, merged)).containsExactly("TOUCHED", "REACHED");
        theirs.holds();
        undo(id);
        assertThat(states(theirs, kept, merged)).containsExactly("TOUCHED", "REACHED");
        theirs.holds();
    }

    @Test
    void ofThreeThatBecomeOneEachKeepsItsOwnAlsoAContactWithTwoOfThem() throws SQLException {
        SampleEnterprise first = SampleEnterprise.at("5304");
        SampleEnterprise second = SampleEnterprise.at("5304");
        SampleEnterprise third = SampleEnterprise.at("5304");
        SampleCampaign theirs = frozen();
        SampleCampaign.contact(first.id(), "ONE_TO_ONE");
        SampleCampaign.contact(second.id(), "ATTENDED");
        withAnother(second.id(), third.id());
        merge(second, first);
        String last = merge(third, second);
        assertThat(states(theirs, first, second, third)).containsExactly("REACHED", "TOUCHED", "TOUCHED");
        theirs.holds();
        assertThat(CountingIT.recounted()).contains("\"sums\":0,\"levels\":0,");
        Rows.change(
                "update touchpoint_party set withdrawn_at = now() where enterprise_id = ? and strength = 'ATTENDED'"
                        + " and withdrawn_at is null",
                third.id());
        assertThat(states(theirs, first, second, third)).containsExactly("REACHED", "UNTOUCHED", "UNTOUCHED");
        theirs.holds();
        undo(last);
        assertThat(states(theirs, first, third)).containsExactly("REACHED", "UNTOUCHED");
        theirs.holds();
    }

    /** The last contact of one was with the other too. */
    private static void withAnother(long one, long other) throws SQLException {
        Rows.change(
                "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then,"
                        + " by_unit_id, at, timed, channel, strength, direction) select p.touchpoint_id, ?, p.unit_id,"
                        + " p.org_path, p.unit_id_then, p.by_unit_id, p.at, p.timed, p.channel, p.strength, p.direction"
                        + " from touchpoint_party p where p.enterprise_id = ? order by p.id desc limit 1",
                other,
                one);
    }

    @Test
    void aContactOfOneThatWasNeverInScopeCountsForTheOneItIsWithNow() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleCampaign theirs = frozen();
        SampleEnterprise newcomer = SampleEnterprise.at("5304");
        SampleCampaign.contact(newcomer.id(), "ONE_TO_ONE");
        String id = merge(kept, newcomer);
        assertThat(theirs.state(kept.id())).isEqualTo("REACHED");
        theirs.holds();
        undo(id);
        assertThat(theirs.state(kept.id())).isEqualTo("UNTOUCHED");
        theirs.holds();
    }

    private static String merge(SampleEnterprise kept, SampleEnterprise merged) {
        HttpResponse<String> answer = Caller.signedIn("shekou.officer")
                .json(
                        "POST",
                        "/api/v1/enterprises/mergers",
                        "{\"keptId\":" + kept.id() + ",\"mergedId\":" + merged.id()
                                + ",\"fields\":[],\"reason\":\"同一家企业登记了两次\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("^.*?\"id\":([0-9]+).*$", "$1");
    }

    private static void undo(String merger) {
        HttpResponse<String> answer =
                Caller.signedIn("shekou.officer").json("POST", "/api/v1/enterprises/mergers/" + merger + "/undo", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> states(SampleCampaign campaign, SampleEnterprise... enterprises) throws SQLException {
        List<String> states = new ArrayList<>();
        for (SampleEnterprise each : enterprises) {
            states.add(campaign.state(each.id()));
        }
        return states;
    }

    private static boolean marked(SampleCampaign campaign, SampleEnterprise enterprise) throws SQLException {
        return Rows.number(
                        "select count(*) from campaign_member where campaign_id = ? and enterprise_id = ? and merged",
                        campaign.id(),
                        enterprise.id())
                == 1;
    }
}
