package org.aeoreach.campaign.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.aeoreach.campaign.activity.Standing;
import org.junit.jupiter.api.Test;

/** How much of a day is shown at once. */
class CalendarTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 4);

    private static List<Entry> first(Calendar.View view, int entries) {
        Entry one = new Entry(
                "a", "b", null, null, 1, 1, null, DAY, DAY, Standing.CONFIRMED, false, "/desk", 1, Instant.EPOCH);
        List<Entry> all = Collections.nCopies(entries, one);
        Calendar calendar = new Calendar(view, Whose.MINE, DAY, all, false);
        return calendar.first(calendar.on(DAY));
    }

    @Test
    void aMonthShowsTheFirstFiveOfAFullDayAndOthersAll() {
        assertThat(first(Calendar.View.MONTH, 6))
                .as("one more takes no more room than saying so")
                .hasSize(6);
        assertThat(first(Calendar.View.MONTH, 7)).hasSize(5);
        assertThat(first(Calendar.View.WEEK, 7)).hasSize(7);
        assertThat(first(Calendar.View.LIST, 70)).hasSize(70);
    }
}
