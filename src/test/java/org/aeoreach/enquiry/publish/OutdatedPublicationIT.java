package org.aeoreach.enquiry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A question whose answer is another one by now is a task of who keeps it, and is not published on its day. */
@RunAsClient
class OutdatedPublicationIT extends Publishing {

    private static final String LIST = "/desk/enquiries?done=true&question=TO_CORRECT";

    private boolean listed(Caller who) {
        return who.get(LIST).body().contains("href=\"/desk/enquiries/" + enquiry.id() + "\"");
    }

    private boolean behind() {
        return author.get("/api/v1/enquiries/" + enquiry.id() + "/publication")
                .body()
                .contains("\"behind\":true");
    }

    @Test
    void aLaterAnswerIsATaskUntilTheQuestionIsPublishedAnew() throws SQLException {
        published();
        assertThat(listed(author)).isFalse();
        long later = answer("更正：夸布货物不可以存放。", "GUIDANCE");
        Rows.change("update enquiry_message set goes_at = now() + interval '1 minute' where id = ?", later);
        assertThat(listed(author)).as("can still be taken back").isFalse();
        Rows.change("update enquiry_message set goes_at = now() where id = ?", later);
        assertThat(listed(author)).isTrue();
        assertThat(behind()).isTrue();
        assertThat(author.get("/desk").body()).contains("question=TO_CORRECT");
        assertThat(listed(second)).as("kept by the district").isFalse();
        assertThat(house.get("/desk").body()).doesNotContain("question=TO_CORRECT");
        assertThat(house.get("/desk/enquiries/" + enquiry.id()).body()).contains("另有新答复");
        Rows.change(
                "insert into document_version (document_id, version, content, origin) select id, version + 1, '{}', 'DESK'"
                        + " from document where code = ?",
                CODE);
        assertThat(listed(author)).isFalse();
        assertThat(behind()).isFalse();
    }

    @Test
    void anArchivedQuestionIsNoTask() throws SQLException {
        published();
        long later = answer("更正：夸布货物不可以存放。", "GUIDANCE");
        Rows.change("update enquiry_message set goes_at = now() where id = ?", later);
        assertThat(listed(author)).isTrue();
        Rows.change("update document set archived = true where code = ?", CODE);
        assertThat(listed(author)).isFalse();
    }

    private void scheduled() throws SQLException {
        assertThat(send(author).statusCode()).isEqualTo(303);
        long version = Rows.number("select max(version) from document_draft where code = ?", CODE);
        assertThat(second.form(
                                draft() + "/approval",
                                Map.of(
                                        "version",
                                        Long.toString(version),
                                        "day",
                                        LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                                .plusDays(3)
                                                .toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo("SCHEDULED");
    }

    /** The job of the server under test may be the one that does it. */
    private void dayHasCome() throws Exception {
        Rows.change("update document_draft set publish_at = now() where code = ? and state = 'SCHEDULED'", CODE);
        Instant end = Instant.now().plus(PATIENCE);
        while (state().equals("SCHEDULED")) {
            assertThat(Instant.now()).as("its day has come").isBefore(end);
            Rows.all("select document_publish_due()");
        }
    }

    @Test
    void whatWasAnsweredDifferentlyMeanwhileGoesBackOnItsDay() throws Exception {
        scheduled();
        answer("更正：夸布货物不可以存放。", "GUIDANCE");
        dayHasCome();
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(Rows.number("select count(*) from document where code = ?", CODE))
                .isZero();
        assertThat(author.get(draft()).body()).contains("定时发布未执行", "另有新答复");
        assertThat(author.get("/desk/library/drafts?waits=RETURNED").body()).contains(draft());
    }

    @Test
    void whatIsLookedAtAgainGoesBackOnItsDay() throws Exception {
        scheduled();
        Rows.change(
                "insert into enquiry_recheck (message_id, enquiry_id, document_id, unit_id, org_path, from_version,"
                        + " to_version, why) select c.message_id, ?, c.document_id, u.id, u.org_path, 1, 2, 'CHANGED'"
                        + " from enquiry_citation c, unit u where c.message_id = ? and u.code = '5304'",
                enquiry.id(),
                answer);
        dayHasCome();
        assertThat(state()).isEqualTo("DRAFT");
        Rows.change("delete from enquiry_recheck where message_id = ?", answer);
    }

    @Test
    void whatStandsIsPublishedOnItsDay() throws Exception {
        scheduled();
        dayHasCome();
        assertThat(state()).isEqualTo("PUBLISHED");
    }
}
