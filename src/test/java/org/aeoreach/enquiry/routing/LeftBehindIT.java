package org.aeoreach.enquiry.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit that ends leaves no enquiry behind: those it has go on where its work goes, and so do those yet to come. */
@RunAsClient
class LeftBehindIT implements ServerTest {
    private static final int MOST_LOOKS = 900;
    private static final long PAUSE = 100;
    private static final String TODAY = LocalDate.now(Time.ZONE).toString();

    private final Caller admin = Caller.signedIn("shenzhen.admin");
    private long house;
    private String code;

    @BeforeEach
    void aHouse() throws SQLException {
        Rows.change("delete from rate_counter");
        house = Units.newHouse("5300");
        code = Units.code(house);
    }

    private static String unit(SampleEnquiry enquiry) throws SQLException {
        return Rows.one(
                        "select u.code || ' ' || d.code || ' ' || w.level as it from enquiry e join enquiry_work w on w.enquiry_id"
                                + " = e.id and w.org_path = e.org_path join unit u on u.id = e.unit_id join unit d on"
                                + " d.id = w.desk_id and d.org_path = w.desk_path where e.id = ?",
                        enquiry.id())
                .text("it");
    }

    private static void moved(SampleEnquiry last, String where) throws Exception {
        for (int i = 0; i < MOST_LOOKS && !unit(last).equals(where); i++) {
            Thread.sleep(PAUSE);
        }
        assertThat(unit(last)).isEqualTo(where);
    }

    private static void stands(SampleEnquiry enquiry, String status) throws SQLException {
        Rows.change(
                "update enquiry_work set status = ?, due_at = null, warn_at = null, total_due_at = null,"
                        + " clock_since = null, left_minutes = 77, total_left_minutes = 88 where enquiry_id = ?",
                status,
                enquiry.id());
        if (!status.equals("WAITING")) {
            Rows.change(
                    "update enquiry_step set left_at = now(), passed = ? where enquiry_id = ? and left_at is null",
                    status,
                    enquiry.id());
        }
    }

    private static String openStep(SampleEnquiry enquiry) throws SQLException {
        return Rows.one(
                        "select coalesce((select u.code from enquiry_step s join unit u on u.id = s.unit_id"
                                + " where s.enquiry_id = ? and s.left_at is null), '') as it",
                        enquiry.id())
                .text("it");
    }

    @Test
    void whatAMergedHouseHasGoesOnWithTheOneThatTookOver() throws Exception {
        long successor = Units.newHouse("5300");
        String there = Units.code(successor);
        SampleEnquiry closed = SampleEnquiry.at(code);
        stands(closed, "CLOSED");
        SampleEnquiry above = SampleEnquiry.at(code).with("5300");
        SampleEnquiry waiting = SampleEnquiry.at(code);
        stands(waiting, "WAITING");
        SampleEnquiry answered = SampleEnquiry.at(code);
        stands(answered, "ANSWERED");
        SampleEnquiry running = SampleEnquiry.at(code);
        assertThat(admin.form(
                                "/desk/units/" + house + "/merger",
                                Map.of("version", "0", "successorId", Long.toString(successor), "from", TODAY))
                        .statusCode())
                .isEqualTo(303);
        moved(running, there + " " + there + " HOUSE");
        assertThat(running.work("status")).isEqualTo("NEW");
        assertThat(running.work("due_at")).isNotEmpty();
        assertThat(openStep(running)).isEqualTo(there);
        assertThat(unit(waiting)).isEqualTo(there + " " + there + " HOUSE");
        assertThat(waiting.work("status")).isEqualTo("WAITING");
        assertThat(waiting.work("left_minutes")).isEqualTo("77");
        assertThat(openStep(waiting)).isEqualTo(there);
        assertThat(unit(answered)).isEqualTo(there + " " + there + " HOUSE");
        assertThat(answered.work("status")).isEqualTo("ANSWERED");
        assertThat(unit(above)).as("the district keeps its turn").isEqualTo(there + " 5300 DISTRICT");
        assertThat(openStep(above)).isEqualTo("5300");
        assertThat(unit(closed)).as("is history").isEqualTo(code + " " + code + " HOUSE");
        Caller district = Caller.signedIn("shenzhen.officer");
        assertThat(district.get("/desk/enquiries/" + running.id()).body()).contains("原机构已撤销或合并");
    }

    @Test
    void whatAClosedHouseHasGoesToTheOneAboveIt() throws Exception {
        SampleEnquiry above = SampleEnquiry.at(code).with("5300");
        SampleEnquiry running = SampleEnquiry.at(code);
        assertThat(admin.form("/desk/units/" + house + "/closure", Map.of("version", "0", "closedOn", TODAY))
                        .statusCode())
                .isEqualTo(303);
        moved(running, "5300 5300 DISTRICT");
        assertThat(unit(above)).isEqualTo("5300 5300 DISTRICT");
        assertThat(openStep(above)).isEqualTo("5300");
    }

    @Test
    void aQuestionForAHouseThatEndsLaterStaysThere() throws Exception {
        long successor = Units.newHouse("5300");
        Rows.change("update unit set closed_on = china_day() + 5, merged_into_id = ? where id = ?", successor, house);
        assertThat(Rows.number("select enquiry_unit_now(?)", house)).isEqualTo(house);
        Rows.change("update unit set closed_on = china_day() where id = ?", house);
        assertThat(Rows.number("select enquiry_unit_now(?)", house)).isEqualTo(successor);
        Rows.change("update unit set closed_on = china_day() where id = ?", successor);
        assertThat(Rows.number("select enquiry_unit_now(?)", house)).isEqualTo(Units.id("5300"));
    }
}
