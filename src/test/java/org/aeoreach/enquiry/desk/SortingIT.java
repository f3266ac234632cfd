package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sorting an enquiry makes of its clocks: targets of the new pile, less what was used. */
@RunAsClient
class SortingIT implements ServerTest {

    private static final String URGENT = "{\"priority\":1}";
    private static final String MINE =
            " and unit_id = (select id from unit where code = '5304') and minutes in (600, 4000, 300)";

    private final Caller house = Caller.signedIn("shekou.officer");

    private static void target(String level, int priority, int minutes) throws SQLException {
        Rows.change(
                "insert into enquiry_target (unit_id, org_path, level, priority, minutes, warn_minutes, valid_from)"
                        + " select id, org_path, ?, ?, ?, 60, '2024-01-02' from unit where code = '5304'",
                level,
                priority,
                minutes);
    }

    @BeforeEach
    void targets() throws SQLException {
        target("HOUSE", 1, 600);
        target("TOTAL", 1, 4000);
    }

    @AfterEach
    void asBefore() throws SQLException {
        Rows.change("delete from enquiry_target where valid_from = '2024-01-02'" + MINE);
    }

    private int sort(SampleEnquiry enquiry, String how) throws SQLException {
        return house.json(
                        "PUT",
                        "/api/v1/enquiries/" + enquiry.id() + "/sorting",
                        how,
                        "If-Match",
                        "\"v" + enquiry.version() + "\"")
                .statusCode();
    }

    private static void worked(SampleEnquiry enquiry, int minutes) throws SQLException {
        Rows.change(
                "update enquiry_step set worked_minutes = ? where enquiry_id = ? and left_at is null",
                minutes,
                enquiry.id());
    }

    @Test
    void anUrgentOneHasTheUrgentTargetsLessWhatWasUsed() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        worked(enquiry, 100);
        assertThat(sort(enquiry, URGENT)).isEqualTo(200);
        assertThat(enquiry.work("left_minutes")).isEqualTo("500");
        assertThat(enquiry.work("total_left_minutes")).isEqualTo("3900");
        assertThat(enquiry.work("(total_warn_at < total_due_at and warn_at < due_at)"))
                .isEqualTo("true");
    }

    @Test
    void whatWasUsedBeforeItWasOpenedAgainDoesNotCount() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        worked(enquiry, 1000);
        Rows.change(
                "update enquiry_step set left_at = now(), passed = 'ANSWERED' where enquiry_id = ? and left_at is null",
                enquiry.id());
        Rows.change("update enquiry_work set status = 'REOPENED' where enquiry_id = ?", enquiry.id());
        Rows.change(
                "insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes, worked_minutes, left_at,"
                        + " passed, words, proposal) select ?, id, org_path, kind, 1260, v.used, v.at, v.passed, v.passed,"
                        + " v.passed from unit, (values (70, now(), 'UP'), (30, null, null)) v (used, at, passed)"
                        + " where code = '5304' order by v.at",
                enquiry.id());
        assertThat(sort(enquiry, URGENT)).isEqualTo(200);
        assertThat(enquiry.work("left_minutes")).isEqualTo("570");
        assertThat(enquiry.work("total_left_minutes")).isEqualTo("3900");
    }

    @Test
    void whileTheClocksStandWhatIsLeftIsThatOfTheNewTargets() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        worked(enquiry, 100);
        Rows.change(
                "update enquiry_work set status = 'WAITING', clock_since = null, due_at = null, total_due_at = null,"
                        + " left_minutes = 1160, total_left_minutes = 8300 where enquiry_id = ?",
                enquiry.id());
        assertThat(sort(enquiry, URGENT)).isEqualTo(200);
        assertThat(enquiry.work("left_minutes")).isEqualTo("500");
        assertThat(enquiry.work("total_left_minutes")).isEqualTo("3900");
        assertThat(enquiry.work("due_at")).isEmpty();
        assertThat(enquiry.work("status")).isEqualTo("WAITING");
    }

    @Test
    void aTagAloneLeavesTheClocksWithTheTargetsTheyBeganWith() throws SQLException {
        target("HOUSE", 2, 300);
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String due = enquiry.work("due_at");
        assertThat(sort(enquiry, "{\"priority\":2,\"tags\":\"样例标签\"}")).isEqualTo(200);
        assertThat(enquiry.work("tags")).contains("样例标签");
        assertThat(enquiry.work("due_at")).isEqualTo(due);
        assertThat(enquiry.work("left_minutes")).isEqualTo("1260");
        assertThat(enquiry.work("total_left_minutes")).isEqualTo("8400");
    }

    private static String enterprise(SampleEnquiry enquiry) throws SQLException {
        return Rows.one("select coalesce(enterprise_id::text, '') as it from enquiry where id = ?", enquiry.id())
                .text("it");
    }

    @Test
    void anEnterpriseOfOnesRangeIsSetWithItsCoordinatorAndClearedAgain() throws SQLException {
        SampleEnterprise own = SampleEnterprise.at("5304");
        SampleEnterprise foreign = SampleEnterprise.at("5100");
        long coordinator = Caller.account("shekou.coordinator");
        Rows.change("update enterprise set coordinator_id = ? where id = ?", coordinator, own.id());
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        assertThat(sort(enquiry, "{\"priority\":2,\"enterpriseId\":" + foreign.id() + "}"))
                .isEqualTo(400);
        assertThat(enterprise(enquiry)).isEmpty();
        assertThat(sort(enquiry, "{\"priority\":2,\"enterpriseId\":" + own.id() + "}"))
                .isEqualTo(200);
        assertThat(enterprise(enquiry)).isEqualTo(Long.toString(own.id()));
        assertThat(enquiry.work("coordinator_id")).isEqualTo(Long.toString(coordinator));
        Rows.change("update enterprise set coordinator_id = null where id = ?", own.id());
        String page = "/desk/enquiries/" + enquiry.id();
        assertThat(house.get(page).body()).contains("name=\"enterprise\" value=\"" + own.id() + "\"");
        Map<String, String> form = new HashMap<>(Map.of(
                "version",
                Long.toString(enquiry.version()),
                "priority",
                "2",
                "enterprise",
                "",
                "enterpriseText",
                "没有这样一家企业"));
        assertThat(house.form(page + "/sorting", form).statusCode()).isEqualTo(400);
        assertThat(enterprise(enquiry)).isEqualTo(Long.toString(own.id()));
        form.put("enterpriseText", "");
        assertThat(house.form(page + "/sorting", form).statusCode()).isEqualTo(303);
        assertThat(enterprise(enquiry)).isEmpty();
        assertThat(enquiry.work("coordinator_id")).isEmpty();
    }

    @Test
    void theEnterpriseOfWhoSignedInToAskStays() throws SQLException {
        SampleEnterprise own = SampleEnterprise.at("5304");
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change(
                "update enquiry q set account_id = ?, enterprise_id = e.id, enterprise_unit = e.unit_id,"
                        + " enterprise_path = e.org_path from enterprise e where e.id = ? and q.id = ?",
                Caller.account("electronics.user"),
                own.id(),
                enquiry.id());
        assertThat(sort(enquiry, "{\"priority\":2}")).isEqualTo(200);
        assertThat(enterprise(enquiry)).isEqualTo(Long.toString(own.id()));
        SampleEnterprise other = SampleEnterprise.at("5304");
        assertThat(sort(enquiry, "{\"priority\":2,\"enterpriseId\":" + other.id() + "}"))
                .isEqualTo(400);
    }
}
