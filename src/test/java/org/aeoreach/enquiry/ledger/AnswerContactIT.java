package org.aeoreach.enquiry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Answers that have gone stand in the ledger of contacts, once. */
@RunAsClient
class AnswerContactIT implements ServerTest {
    private final Caller house = Caller.signedIn("shekou.officer");

    private static SampleEnquiry of(SampleEnterprise enterprise) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "ledger." + enterprise.code() + "@example.test");
        belongs(enquiry, enterprise);
        return enquiry;
    }

    private static void belongs(SampleEnquiry enquiry, SampleEnterprise enterprise) throws SQLException {
        Rows.change(
                "update enquiry q set enterprise_id = e.id, enterprise_unit = e.unit_id, enterprise_path = e.org_path,"
                        + " channel = 'PHONE' from enterprise e where q.id = ? and e.id = ?",
                enquiry.id(),
                enterprise.id());
    }

    private long answered(SampleEnquiry enquiry) throws SQLException {
        assertThat(house.json(
                                "POST",
                                "/api/v1/enquiries/" + enquiry.id() + "/answer",
                                "{\"body\":\"请按公告办理。\"}",
                                "If-Match",
                                "\"v" + enquiry.version() + "\"")
                        .statusCode())
                .isEqualTo(200);
        return Rows.number(
                "select max(id) from enquiry_message where enquiry_id = ? and kind = 'ANSWER'", enquiry.id());
    }

    private static void leaves(long message, String letter) throws SQLException {
        Rows.change("update enquiry_message set goes_at = now() where id = ?", message);
        Rows.change(
                "update mail set status = ?, attempts = 1, sent_at = case when ? = 'SENT' then now() end"
                        + " where id = (select mail_id from enquiry_message where id = ?)",
                letter,
                letter,
                message);
    }

    /** What a tick would do, and waits for its jobs. */
    private static void goOn() throws Exception {
        // The server's own look may have some of them in hand.
        Rows.change("do $$ begin lock table enquiry_contact in share row exclusive mode;"
                + " perform enquiry_contacts_queue(); end $$");
        String open = "select count(*) from job where kind = 'note-answers' and status in ('WAITING', 'RUNNING')";
        for (int i = 0; i < 2_400 && Rows.number(open) > 0; i++) {
            Thread.sleep(25);
        }
        assertThat(Rows.number(open)).isZero();
    }

    private static long contacts(SampleEnterprise enterprise) throws SQLException {
        return Rows.number("select count(*) from touchpoint_party where enterprise_id = ?", enterprise.id());
    }

    @Test
    void anAnswerThatHasGoneIsOneContactOneToOneByTheChannelOfTheEnquiry() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnquiry enquiry = of(enterprise);
        long message = answered(enquiry);
        goOn();
        assertThat(contacts(enterprise)).isZero();
        leaves(message, "SENT");
        goOn();
        goOn();
        assertThat(contacts(enterprise)).isEqualTo(1);
        assertThat(Rows.one(
                                "select p.channel || ' ' || p.strength || ' ' || p.direction || ' ' || t.source || ' ' || a.login"
                                        + " as it from touchpoint_party p join touchpoint t on t.id = p.touchpoint_id"
                                        + " join enquiry_contact c on c.touchpoint_id = t.id"
                                        + " join account a on a.id = t.account_id where c.message_id = ?",
                                message)
                        .text("it"))
                .isEqualTo("PHONE ONE_TO_ONE OUT enquiry shekou.officer");
        assertThat(house.json("POST", "/api/v1/enquiries/" + enquiry.id() + "/messages/" + message + "/undo", "{}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsTakenBackOrReachesNobodyIsNoContact() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnquiry undone = of(enterprise);
        long message = answered(undone);
        assertThat(house.json("POST", "/api/v1/enquiries/" + undone.id() + "/messages/" + message + "/undo", "{}")
                        .statusCode())
                .isEqualTo(200);
        Rows.change("update enquiry_message set goes_at = now() where id = ?", message);
        SampleEnquiry refused = of(enterprise);
        long lost = answered(refused);
        leaves(lost, "DEAD");
        goOn();
        assertThat(contacts(enterprise)).isZero();
        assertThat(Rows.number("select count(*) from enquiry_contact where message_id = ?", message))
                .isZero();
        assertThat(Rows.number(
                        "select count(*) from enquiry_contact where message_id = ? and noted_at is not null", lost))
                .isEqualTo(1);
    }

    @Test
    void whatAwaitsTheMailServerWaitsAndWithoutALetterTheMomentCounts() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnquiry waiting = of(enterprise);
        long message = answered(waiting);
        leaves(message, "WAITING");
        Rows.change(
                "update mail set next_attempt_at = now() + interval '1 hour' where id = (select mail_id from"
                        + " enquiry_message where id = ?)",
                message);
        SampleEnquiry spoken = of(enterprise);
        Rows.change("update enquiry set asker_mail = null where id = ?", spoken.id());
        leaves(answered(spoken), "SENT");
        goOn();
        assertThat(contacts(enterprise)).isEqualTo(1);
        assertThat(Rows.number(
                        "select count(*) from enquiry_contact where message_id = ? and noted_at is null", message))
                .isEqualTo(1);
    }

    @Test
    void anAnswerThatServesAnEnquiryOfAnotherHouseIsAContactOfThatHouse() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5316");
        SampleEnquiry leading = SampleEnquiry.at("5304", "ledger.leads@example.test");
        SampleEnquiry follower = SampleEnquiry.at("5316", "ledger.follows@example.test");
        belongs(follower, enterprise);
        Rows.change("update enquiry set merged_into = ? where id = ?", leading.id(), follower.id());
        long message = answered(leading);
        long repeated = Rows.number("select id from enquiry_message where serves = ?", message);
        assertThat(house.json("POST", "/api/v1/enquiries/" + leading.id() + "/messages/" + message + "/undo", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Rows.number("select count(*) from enquiry_contact where message_id = ?", repeated))
                .isZero();
        message = answered(leading);
        repeated = Rows.number("select id from enquiry_message where serves = ?", message);
        leaves(message, "SENT");
        leaves(repeated, "SENT");
        goOn();
        goOn();
        assertThat(contacts(enterprise)).isEqualTo(1);
        assertThat(Rows.one(
                                "select u.code from enquiry_contact c join touchpoint t on t.id = c.touchpoint_id"
                                        + " join unit u on u.id = t.unit_id where c.message_id = ?",
                                repeated)
                        .text("code"))
                .isEqualTo("5316");
    }

    @Test
    void whatHasGoneToAnotherUnitSinceIsNotedThereAndWhatCannotBeWaitsBehindTheRest() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5316");
        SampleEnquiry enquiry = of(SampleEnterprise.at("5304"));
        long message = answered(enquiry);
        leaves(message, "SENT");
        moved(enquiry, "5316");
        belongs(enquiry, enterprise);
        goOn();
        assertThat(contacts(enterprise)).isEqualTo(1);
        SampleEnquiry nobodys = of(SampleEnterprise.at("5304"));
        long lost = answered(nobodys);
        leaves(lost, "SENT");
        Rows.change(
                "update enquiry_contact set account_id = ? where message_id = ?", Caller.account("gacc.officer"), lost);
        Rows.change("update enquiry_contact set queued_at = now() - interval '59 minutes' where message_id = ?", lost);
        goOn();
        assertThat(open(lost)).isEqualTo(1);
        Rows.change("update enquiry_contact set queued_at = now() - interval '61 minutes' where message_id = ?", lost);
        goOn();
        assertThat(open(lost)).isZero();
    }

    private static long open(long message) throws SQLException {
        return Rows.number("select count(*) from enquiry_contact where message_id = ? and noted_at is null", message);
    }

    private static void moved(SampleEnquiry enquiry, String house) throws SQLException {
        Rows.change(
                "update enquiry q set unit_id = u.id, org_path = u.org_path from unit u where q.id = ? and u.code = ?",
                enquiry.id(),
                house);
        Rows.change(
                "update enquiry_work w set unit_id = u.id, org_path = u.org_path, desk_id = u.id, desk_path = u.org_path"
                        + " from unit u where w.enquiry_id = ? and u.code = ?",
                enquiry.id(),
                house);
    }

    @Test
    void anEnterpriseOfAnotherHouseIsWrittenAboutByNobodyHere() throws Exception {
        SampleEnterprise foreign = SampleEnterprise.at("5100");
        long message = answered(of(foreign));
        leaves(message, "SENT");
        goOn();
        assertThat(contacts(foreign)).isZero();
        assertThat(Rows.number(
                        "select count(*) from enquiry_contact where message_id = ? and noted_at is not null"
                                + " and touchpoint_id is null",
                        message))
                .isEqualTo(1);
    }
}
