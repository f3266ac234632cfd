package org.aeoreach.training.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long somebody was there, by what conferencing tools write. */
class PresenceTest {

    private static final Instant STARTS = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-03-02T03:00:00Z");

    private static PresenceRow row(String name, @Nullable String mail, String joined, String left) {
        return new PresenceRow(
                name,
                mail,
                Instant.parse("2026-03-02T" + joined + ":00Z"),
                Instant.parse("2026-03-02T" + left + ":00Z"),
                null);
    }

    private static List<Participant> people(PresenceRow... rows) {
        return Participant.of(List.of(rows), STARTS, ENDS);
    }

    @Test
    void severalRowsOfOnePersonAddUpAndWhatOverlapsCountsOnce() {
        List<Participant> people = people(
                row("Wang", "wang@x.test", "01:00", "01:40"),
                row("Wang (phone)", "WANG@x.test", "01:30", "02:00"),
                row("Wang", "wang@x.test", "02:30", "02:40"));
        assertThat(people).hasSize(1);
        assertThat(people.get(0).minutes()).isEqualTo(70);
        assertThat(people.get(0).joined()).isEqualTo(STARTS);
        assertThat(people.get(0).left()).isEqualTo(Instant.parse("2026-03-02T02:40:00Z"));
    }

    @Test
    void onlyTimeWithinTheSessionCounts() {
        assertThat(people(row("a", null, "00:30", "02:00")).get(0).minutes()).isEqualTo(60);
        assertThat(people(row("a", null, "02:30", "04:00")).get(0).minutes()).isEqualTo(30);
        assertThat(people(row("a", null, "00:10", "00:50")).get(0).minutes()).isZero();
    }

    @Test
    void durationsAddUpButNeverBeyondTheSession() {
        PresenceRow long1 = new PresenceRow("a", null, null, null, 100);
        assertThat(people(long1).get(0).minutes()).isEqualTo(100);
        assertThat(people(long1, long1).get(0).minutes()).isEqualTo(120);
    }

    private static PresenceRow row(String joined, String left, int minutes) {
        PresenceRow row = row("a", null, joined, left);
        return new PresenceRow(row.name(), null, row.joined(), row.left(), minutes);
    }

    /** Lists that tell first joining, last leaving and the time he was there in all. */
    @Test
    void whoWentAndCameBackWasThereAsLongAsTheListSaysAndNoLonger() {
        assertThat(people(row("01:00", "02:55", 10)).get(0).minutes()).isEqualTo(10);
        assertThat(people(row("00:30", "01:30", 60)).get(0).minutes()).isEqualTo(30);
        assertThat(people(row("01:00", "02:00", 60), row("01:30", "02:30", 60))
                        .get(0)
                        .minutes())
                .isEqualTo(90);
        assertThat(people(row("01:00", "02:00", 10), row("a", null, "02:00", "02:30"))
                        .get(0)
                        .minutes())
                .as("one of them says nothing of the time")
                .isEqualTo(90);
    }

    @Test
    void whoHadNotLeftStayedToTheEnd() {
        PresenceRow still = new PresenceRow("a", null, Instant.parse("2026-03-02T02:15:00Z"), null, null);
        assertThat(people(still).get(0).minutes()).isEqualTo(45);
        assertThat(people(still).get(0).left()).isEqualTo(ENDS);
        assertThat(people(new PresenceRow("a", null, still.joined(), null, 20))
                        .get(0)
                        .minutes())
                .isEqualTo(20);
    }

    @Test
    void withoutAddressesTheSameNameIsOnePersonHoweverItIsSpaced() {
        assertThat(people(row("王 芳", null, "01:00", "02:00"), row("王芳", null, "02:00", "03:00")))
                .singleElement()
                .extracting(Participant::minutes)
                .isEqualTo(120);
        assertThat(people(row("王芳", "a@x.test", "01:00", "02:00"), row("王芳", "b@x.test", "02:00", "03:00")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"95|95", "1:35:20|95", "35:20|35", "1h 35m|95", "95 分钟|95", "1小时35分钟|95", "2 hours|120", "90秒|1"})
    void durationsAreReadAsToolsWriteThem(String text, int minutes) {
        double read = Objects.requireNonNull(PresenceTime.minutes(text));
        assertThat((int) read).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"x", "5 furlongs", "1:2:3:4", "a:b"})
    void whatIsNoDurationIsNone(String text) {
        assertThat(PresenceTime.minutes(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02 09:05:00",
                "2026/3/2 9:05",
                "2026-03-02T09:05:00",
                "2026-03-02T01:05:00Z",
                "2026年3月2日 09:05",
                "3/2/2026 9:05:00 AM",
                "3/2/26, 9:05 am",
                "2 Mar 2026 09:05"
            })
    void momentsAreReadByTheClockOfTheSession(String text) {
        assertThat(PresenceTime.moment(text, ZoneId.of("Asia/Shanghai")))
                .isEqualTo(Instant.parse("2026-03-02T01:05:00Z"));
    }

    @Test
    void whatIsNoMomentIsNone() {
        assertThat(PresenceTime.moment("soon", ZoneId.of("Asia/Shanghai"))).isNull();
    }
}
