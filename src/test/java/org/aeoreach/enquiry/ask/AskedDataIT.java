package org.aeoreach.enquiry.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person gets what he asked, and is taken out of it with everything else. */
@RunAsClient
class AskedDataIT implements ServerTest {

    private final Caller officer = Caller.signedIn("shekou.officer");
    private SampleEnterprise enterprise;
    private long person;

    @BeforeEach
    void known() throws SQLException {
        Rows.change("delete from rate_counter");
        enterprise = SampleEnterprise.at("5304");
        person = person("sun");
    }

    private long person(String address) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, phone, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '羾羿翚', '0755-7', ?, 'COORDINATION', 'STATUTORY_DUTY' from enterprise"
                        + " where id = ? returning id",
                enterprise.mail(address),
                enterprise.id());
    }

    /** An enquiry under this address; of the person, or of somebody who is not known. */
    private SampleEnquiry asked(String address, boolean known) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", enterprise.mail(address));
        Rows.change(
                "update enquiry set asker_name = '羾羿翚', asker_phone = '0755-7', person_id = case when ? then ? end where id = ?",
                known,
                person,
                enquiry.id());
        Rows.change(
                "update enquiry_message set body = '货物如何归类', original_html = '<p>羾羿翚敬上</p>' where enquiry_id = ?",
                enquiry.id());
        return enquiry;
    }

    private void erase() {
        assertThat(officer.form(
                                "/desk/personal-data/" + person + "/erasure",
                                Map.of("version", "0", "reason", "本人书面请求"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static String kept(SampleEnquiry enquiry) throws SQLException {
        return Rows.one(
                        "select row_to_json(e)::text || (select string_agg(row_to_json(m)::text, '') from enquiry_message m"
                                + " where m.enquiry_id = e.id) as it from enquiry e where e.id = ?",
                        enquiry.id())
                .text("it");
    }

    @Test
    void whatHeAskedIsAmongWhatIsKeptOfHim() throws SQLException {
        String mine = number(asked("sun", true));
        String stranger = number(asked("sun", false));
        String other = number(asked("li", false));
        for (String path : new String[] {"/desk/personal-data/", "/api/v1/personal-data/"}) {
            assertThat(officer.get(path + person).body())
                    .as(path)
                    .contains(mine, stranger, "货物如何归类")
                    .doesNotContain(other);
        }
    }

    private static String number(SampleEnquiry enquiry) throws SQLException {
        return Rows.one("select number from enquiry where id = ?", enquiry.id()).text("number");
    }

    @Test
    void erasedHeIsInNoEnquiryAndIsNotFoundByHisName() throws Exception {
        SampleEnquiry known = asked("sun", true);
        SampleEnquiry stranger = asked("sun", false);
        SampleEnquiry other = asked("li", false);
        long mail = mailed(known);
        long intake = Rows.number(
                "insert into enquiry_intake (content) values (jsonb_build_object('name', '羾羿翚', 'mail', ?::text, 'body',"
                        + " '未确认')) returning id",
                enterprise.mail("sun"));
        await(known, true);
        erase();
        await(known, false);
        for (SampleEnquiry each : new SampleEnquiry[] {known, stranger}) {
            assertThat(kept(each)).contains("货物如何归类").doesNotContain("羾羿翚", "0755-7", enterprise.mail("sun"));
        }
        assertThat(kept(other)).contains("羾羿翚", enterprise.mail("li"));
        assertThat(Rows.number(
                        "select count(*) from inbound_mail where id = ? and raw is null and sender is null and sender_name is null",
                        mail))
                .isEqualTo(1);
        assertThat(Rows.number(
                        "select count(*) from enquiry_intake where id = ? and content::text like '%羾羿翚%'", intake))
                .isZero();
        Rows.change("delete from enquiry_intake where id = ?", intake);
        forget(mail);
    }

    private void await(SampleEnquiry enquiry, boolean found) throws InterruptedException {
        String search = "/api/v1/registry-search?q=" + URLEncoder.encode("羾羿翚", StandardCharsets.UTF_8);
        String shown = "/desk/enquiries/" + enquiry.id() + "\"";
        Instant end = Instant.now().plusSeconds(60);
        while (officer.get(search).body().contains(shown) != found) {
            assertThat(Instant.now()).as("found by his name: %s", found).isBefore(end);
            Thread.sleep(200);
        }
    }

    private static long mailed(SampleEnquiry enquiry) throws SQLException {
        long box = Rows.number(
                "insert into mailbox (unit_id, org_path, address, active) select id, org_path, 'asked.data@example.test', false"
                        + " from unit where id not in (select unit_id from mailbox) order by id desc limit 1 returning id");
        long mail = Rows.number(
                "insert into inbound_mail (mailbox_id, unit_id, org_path, uidvalidity, uid, sha256, content_key, raw, bytes,"
                        + " sender, sender_name, status, became, done_at) select b.id, b.unit_id, b.org_path, 1, 1,"
                        + " sha256('羾羿翚'), sha256('羾羿翚'), '羾羿翚', 9, e.asker_mail, e.asker_name, 'DONE', 'NEW', now()"
                        + " from mailbox b, enquiry e where b.id = ? and e.id = ? returning id",
                box,
                enquiry.id());
        Rows.change("update enquiry_message set inbound_id = ? where enquiry_id = ?", mail, enquiry.id());
        return mail;
    }

    private static void forget(long mail) throws SQLException {
        Rows.change("update enquiry_message set inbound_id = null where inbound_id = ?", mail);
        Rows.change("delete from inbound_mail where id = ?", mail);
        Rows.change("delete from mailbox where address = 'asked.data@example.test'");
    }

    /** Of an address somebody else uses only what is known to be his. */
    @Test
    void underASharedAddressOnlyHisOwnAreTakenOut() throws SQLException {
        person("sun");
        SampleEnquiry known = asked("sun", true);
        SampleEnquiry shared = asked("sun", false);
        erase();
        assertThat(kept(known)).doesNotContain("羾羿翚", enterprise.mail("sun"));
        assertThat(kept(shared)).contains("羾羿翚", enterprise.mail("sun"));
    }
}
