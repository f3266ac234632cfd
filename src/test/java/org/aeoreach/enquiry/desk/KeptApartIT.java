package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What an asker, a queue and an answer must not hold. */
@RunAsClient
class KeptApartIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");

    private HttpResponse<String> answer(SampleEnquiry enquiry, String body) throws SQLException {
        return house.json(
                "POST",
                "/api/v1/enquiries/" + enquiry.id() + "/answer",
                body,
                "If-Match",
                "\"v" + enquiry.version() + "\"");
    }

    @Test
    void anAskerReadsAnAnswerOnceItHasGoneOutAndNeverOneTakenBack() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller asker = enterprise.user("boss", SampleEnterprise.ALL);
        SampleEnquiry enquiry = SampleEnquiry.at("5304", enterprise.mail("boss"));
        Rows.change(
                "update enquiry q set account_id = ?, enterprise_id = e.id, enterprise_unit = e.unit_id,"
                        + " enterprise_path = e.org_path from enterprise e where e.id = ? and q.id = ?",
                Caller.account(enterprise.mail("boss")),
                enterprise.id(),
                enquiry.id());
        assertThat(answer(enquiry, "{\"body\":\"半分钟后才看得到\"}").statusCode()).isEqualTo(200);
        for (String path : new String[] {"/portal/my/enquiries/", "/api/v1/portal/enquiries/"}) {
            assertThat(asker.get(path + enquiry.id()).body())
                    .as(path)
                    .contains("样例问题")
                    .doesNotContain("半分钟后才看得到");
        }
        Rows.change(
                "update enquiry_message set goes_at = now() - interval '1 second' where enquiry_id = ?", enquiry.id());
        assertThat(asker.get("/portal/my/enquiries/" + enquiry.id()).body()).contains("半分钟后才看得到");
        Rows.change(
                "update enquiry_message set undone_at = now() where enquiry_id = ? and kind = 'ANSWER'", enquiry.id());
        assertThat(asker.get("/portal/my/enquiries/" + enquiry.id()).body()).doesNotContain("半分钟后才看得到");
    }

    @Test
    void anArchivedDocumentIsNotCited() throws SQLException {
        String code = Rows.one(
                        "insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key,"
                                + " archived) select 'kept-apart-' || nextval('document_seq'), 'QUESTION', 'CONFIRMED', id,"
                                + " org_path, 'DESK', '', 'z', true from unit where code = '0000' returning code")
                .text("code");
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        HttpResponse<String> refused = answer(enquiry, "{\"body\":\"见文件\",\"citations\":[\"" + code + "\"]}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("citations", code);
        Rows.change("update document set archived = false where code = ?", code);
        assertThat(answer(enquiry, "{\"body\":\"见文件\",\"citations\":[\"" + code + "\"]}")
                        .statusCode())
                .isEqualTo(200);
        Rows.change("delete from enquiry_citation where document_id = (select id from document where code = ?)", code);
        Rows.change("delete from document where code = ?", code);
    }

    /** It is the first of its queue: nothing was due earlier. */
    @Test
    void theQueueOfADistrictLeavesOutWhatItsHousesHave() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change("update enquiry_work set due_at = '2001-01-01' where enquiry_id = ?", enquiry.id());
        String link = "/desk/enquiries/" + enquiry.id() + "\"";
        assertThat(district.get("/desk/enquiries?whose=BELOW").body()).contains(link);
        assertThat(district.get("/desk/enquiries?whose=UNIT").body()).doesNotContain(link);
        assertThat(house.get("/desk/enquiries?whose=UNIT").body()).contains(link);
        Rows.change("update enquiry_work set due_at = now() + interval '3 days' where enquiry_id = ?", enquiry.id());
    }

    @Test
    void whatFollowsAnotherIsNotAnsweredByItself() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change(
                "update enquiry set merged_into = ? where id = ?",
                SampleEnquiry.at("5304").id(),
                enquiry.id());
        assertThat(answer(enquiry, "{\"body\":\"单独答复\"}").statusCode()).isEqualTo(409);
        assertThat(Rows.number(
                        "select count(*) from enquiry_message where enquiry_id = ? and kind = 'ANSWER'", enquiry.id()))
                .isZero();
    }
}
