package org.aeoreach.enquiry.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which target counts, and who sets one. */
@RunAsClient
class TargetIT implements ServerTest {
    private static final String PATH = "/api/v1/enquiry-settings/targets";
    private static final int OK = 200;

    private final Caller house = Caller.signedIn("shekou.admin");
    private final Caller district = Caller.signedIn("shenzhen.admin");

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from enquiry_target where account_id is not null");
        Rows.change("delete from enquiry_authority where account_id is not null");
        Rows.change("delete from enquiry_status_name");
    }

    private static void set(Caller who, int hours, String more) {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        assertThat(who.json(
                                "POST",
                                PATH,
                                "{\"targetLevel\":\"HOUSE\",\"targetHours\":" + hours
                                        + ",\"warnHours\":1,\"validFrom\":\"" + today + "\"" + more + "}")
                        .statusCode())
                .isEqualTo(OK);
    }

    private static long minutes(String path, String topic, int priority) throws SQLException {
        return Rows.number("select minutes from enquiry_target_of(?, 'HOUSE', ?, ?)", path, topic, priority);
    }

    @Test
    void nearestUnitThenTopicThenPriorityThenTheLaterEntryCounts() throws SQLException {
        assertThat(minutes("0000.5300.5304.", "apply", 2)).isEqualTo(1260);
        set(district, 40, ",\"targetTopic\":\"apply\"");
        set(district, 10, ",\"targetPriority\":1");
        assertThat(minutes("0000.5300.5304.", "apply", 1)).isEqualTo(2400);
        assertThat(minutes("0000.5300.5304.", "grades", 1)).isEqualTo(600);
        assertThat(minutes("0000.5300.5304.", "grades", 2)).isEqualTo(1260);
        assertThat(minutes("0000.2200.2210.", "apply", 1)).isEqualTo(1260);
        set(house, 30, "");
        assertThat(minutes("0000.5300.5304.", "apply", 1)).isEqualTo(1800);
        assertThat(minutes("0000.5300.5316.", "apply", 1)).isEqualTo(2400);
        set(house, 31, "");
        assertThat(minutes("0000.5300.5304.", "apply", 1)).isEqualTo(1860);
    }

    @Test
    void theBeginningIsShownAsASettingAndThePastStays() {
        assertThat(house.get("/desk/enquiries/targets").body()).contains("初始值", "并非规定");
        assertThat(house.json(
                                "POST",
                                PATH,
                                "{\"targetLevel\":\"HOUSE\",\"targetHours\":8,\"warnHours\":1,\"validFrom\":\"2025-01-01\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.json(
                                "POST",
                                PATH,
                                "{\"targetLevel\":\"HOUSE\",\"targetHours\":8,\"warnHours\":8,\"validFrom\":\"2099-01-01\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Caller.signedIn("shekou.officer").json("POST", PATH, "{}").statusCode())
                .isEqualTo(403);
    }
}
