package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Who asks a house without an account is shown what its district has written, before he sends his question. */
@RunAsClient
class AskedDistrictIT extends Editing {
    private static final int MOST_LOOKS = 300;
    private static final long PAUSE = 100;
    private static final String QUESTION = "深圳办事指南怎样做";

    private String shown(String unit) {
        Map<String, String> typed = new HashMap<>(Map.of("subject", QUESTION, "body", ""));
        if (!unit.isEmpty()) {
            typed.put("unitId", unit);
        }
        return reader.form("/portal/ask/answers", typed).body();
    }

    @Test
    void whatADistrictWroteIsShownToWhoAsksAHouseOfIts() throws Exception {
        Rows.change("delete from rate_counter");
        publish(writing());
        String house = Long.toString(Units.id("5304"));
        for (int i = 0; i < MOST_LOOKS && !shown(house).contains(CODE); i++) {
            Thread.sleep(PAUSE);
        }
        assertThat(shown(house)).contains(CODE);
        assertThat(shown(Long.toString(Units.id("2210"))))
                .as("another district's")
                .doesNotContain(CODE);
        assertThat(shown("")).as("no unit chosen").doesNotContain(CODE);
        assertThat(shown("999999999999")).doesNotContain(CODE);
        assertThat(reader.get("/portal/ask").body()).contains("hx-include=\"#subject, #body, #unitId\"");
        forgetCounts();
    }

    private static void forgetCounts() throws SQLException {
        Rows.change("delete from rate_counter");
    }
}
