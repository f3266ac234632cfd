package org.aeoreach.campaign.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.campaign.coverage.FigureLinks;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.JsonText;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** It is seen which policy has not arrived where. */
@RunAsClient
class ArrivalIT implements ServerTest {

    private static final String PAGE = "/desk/campaigns/policies";
    private static final String REST = "/api/v1/campaigns/policies";

    /** A document that nobody else's test promotes. */
    private static String document(int number, RunningCampaign... promoting) throws SQLException {
        Rows.Row row = Rows.one("select id, code from document order by id desc" + " offset " + number + " limit 1");
        Rows.change("delete from campaign_document where document_id = ?", row.id("id"));
        for (RunningCampaign running : promoting) {
            Rows.change(
                    "insert into campaign_document (campaign_id, position, document_id) values (?, 0, ?)",
                    running.sample().id(),
                    row.id("id"));
        }
        return row.text("code");
    }

    private static JsonObject only(Caller viewer, String query) {
        return JsonText.object(viewer.get(REST + query).body())
                .getJsonArray("documents")
                .getJsonObject(0);
    }

    private static String share(JsonObject share) {
        return share.getInt("reached") + " of " + share.getInt("inScope");
    }

    @Test
    void whatHasNotArrivedIsToldForEachUnitAndOpensItsList() throws SQLException {
        RunningCampaign running = RunningCampaign.with(3, 2);
        SampleCampaign.contact(running.one().enterprises().get(0), "ONE_TO_ONE");
        String code = document(0, running);
        Caller district = Caller.signedIn("shenzhen.officer");
        JsonObject arrival = only(district, "?unit=" + running.one().code() + "&document=" + code);
        assertThat(share(arrival.getJsonArray("campaigns").getJsonObject(0).getJsonObject("share")))
                .isEqualTo("1 of 3");
        for (String page : new String[] {PAGE + "?unit=5300", PAGE + "/" + code + "?unit=5300"}) {
            Map<String, Integer> figures = FigureLinks.on(district, page);
            String list =
                    "/desk/campaigns/enterprises?campaign=" + running.sample().id() + "&unit=";
            assertThat(figures)
                    .as(page)
                    .containsEntry(list + running.one().code() + "&state=NOT_REACHED", 2)
                    .containsEntry(list + running.other().code() + "&state=NOT_REACHED", 2);
            assertThat(FigureLinks.wrong(district, figures)).as(page).isEmpty();
        }
        String country = Caller.signedIn("gacc.officer").get(PAGE + "/" + code).body();
        assertThat(country).contains("unit=5300", "送达最少的在前");
        assertThat(running.one().caller().get(PAGE + "?unit=5300").statusCode()).isEqualTo(404);
        assertThat(FigureLinks.on(running.one().caller(), PAGE + "/" + code))
                .containsEntry(
                        "/desk/campaigns/enterprises?campaign="
                                + running.sample().id() + "&unit="
                                + running.one().code() + "&state=NOT_REACHED",
                        2);
    }

    @Test
    void twoCampaignsForOneDocumentAreAddedUpAndTheNumberLeadsToBoth() throws SQLException {
        RunningCampaign first = RunningCampaign.with(2, 0);
        RunningCampaign second = RunningCampaign.of(first.one(), first.other());
        SampleCampaign.contact(first.one().enterprises().get(0), "ONE_TO_ONE");
        String code = document(1, first, second);
        Caller house = first.one().caller();
        JsonObject arrival = only(house, "?document=" + code);
        assertThat(arrival.getJsonArray("campaigns")).hasSize(2);
        String page = PAGE + "/" + code;
        String body = house.get(PAGE).body();
        assertThat(body).contains(page + "?unit=" + first.one().code() + "#campaigns", ">4<", "各行动分别计数");
        Map<String, Integer> each = FigureLinks.on(house, page);
        assertThat(each.values()).contains(1, 2);
        assertThat(FigureLinks.wrong(house, each)).isEmpty();
    }

    @Test
    void campaignsOfAPeriodAreThoseThatRanInItAndWithdrawnOnesNever() throws SQLException {
        RunningCampaign running = RunningCampaign.with(1, 0);
        String code = document(2, running);
        Caller house = running.one().caller();
        String one = "?document=" + code;
        String past = one + "&from=2020-01-01&to=2020-12-31";
        assertThat(only(house, one).getString("code")).isEqualTo(code);
        assertThat(house.get(REST + past).body()).contains("\"documents\":[]");
        Rows.change(
                "update campaign set status = 'ENDED', ended_at = now(), starts_on = '2020-02-01', ends_on = '2020-03-01'"
                        + " where id = ?",
                running.sample().id());
        assertThat(house.get(REST + one).body()).contains("\"documents\":[]");
        assertThat(only(house, past).getString("code")).isEqualTo(code);
        Rows.change(
                "update campaign set status = 'WITHDRAWN' where id = ?",
                running.sample().id());
        assertThat(house.get(REST + past).body()).contains("\"documents\":[]");
        assertThat(house.get(PAGE + "?from=2021-01-01&to=2020-01-01").statusCode())
                .isEqualTo(400);
        assertThat(house.get(PAGE + "/there-is-none").statusCode()).isEqualTo(404);
    }

    @Test
    void aDocumentOfTheLibraryLeadsOfficersToHowFarItHasArrived() {
        String document = "/portal/library/documents/policy-order-282";
        String link = PAGE + "/policy-order-282";
        assertThat(Caller.signedIn("gacc.officer").get(document).body()).contains(link);
        assertThat(Caller.anonymous().get(document).body()).doesNotContain(link);
    }
}
