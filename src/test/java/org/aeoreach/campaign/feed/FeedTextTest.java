package org.aeoreach.campaign.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.campaign.activity.Standing;
import org.aeoreach.campaign.calendar.Entry;
import org.aeoreach.campaign.calendar.Whose;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a feed, read again by a library. */
class FeedTextTest {

    private static final String ENDS = "日程过多，自本日起的部分未列入订阅，请在系统日历中查看";

    private final FeedText feed = new FeedText(new Messages(), "https://aeo.example.test:8443", 3);

    private static Entry entry(String first, String last, Standing standing) {
        return new Entry(
                "activity-7",
                "campaign.activity.TRAINING",
                new Bilingual("讲解；信用,办法\\第一场\n（线上）", "Briefing; first, online"),
                new Bilingual("深圳海关", "Shenzhen Customs District"),
                1,
                1,
                "福田区, 1号",
                LocalDate.parse(first),
                LocalDate.parse(last),
                standing,
                false,
                "/desk/campaigns/1/plan/5300",
                4,
                Instant.parse("2026-10-31T17:30:05Z"));
    }

    private VEvent read(Entry entry, Language language) {
        String text = feed.of(List.of(entry), Whose.MINE, language);
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                .as(calendar.validate(ICalVersion.V2_0).toString())
                .isTrue();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getRefreshInterval().getValue().getHours()).isEqualTo(4);
        return calendar.getEvents().get(0);
    }

    private static String day(DateOrDateTimeProperty property) {
        assertThat(property.getValue().hasTime()).as("a whole day").isFalse();
        var raw = property.getValue().getRawComponents();
        return "%04d-%02d-%02d".formatted(raw.getYear(), raw.getMonth(), raw.getDate());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-30, 2026-12-01",
        "2026-12-31, 2026-12-31, 2027-01-01",
        "2028-02-28, 2028-02-29, 2028-03-01",
        "2026-03-29, 2026-03-29, 2026-03-30",
        "2026-10-24, 2026-11-01, 2026-11-02"
    })
    void daysAreWholeAndTheEndIsTheDayAfter(String first, String last, String end) {
        VEvent event = read(entry(first, last, Standing.CONFIRMED), Language.ZH);
        assertThat(day(event.getDateStart())).isEqualTo(first);
        assertThat(day(event.getDateEnd())).isEqualTo(end);
    }

    @Test
    void wordsComeBackAsTheyWereWithAddressPlaceAndStamps() {
        VEvent event = read(entry("2026-11-03", "2026-11-03", Standing.CONFIRMED), Language.ZH);
        assertThat(event.getSummary().getValue()).isEqualTo("培训 · 讲解；信用,办法\\第一场\n（线上）");
        assertThat(event.getLocation().getValue()).isEqualTo("福田区, 1号");
        assertThat(event.getDescription().getValue()).isEqualTo("深圳海关");
        assertThat(event.getUid().getValue()).isEqualTo("activity-7@aeo.example.test");
        assertThat(event.getUrl().getValue()).isEqualTo("https://aeo.example.test:8443/desk/campaigns/1/plan/5300");
        assertThat(event.getSequence().getValue()).isEqualTo(4);
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(Instant.parse("2026-10-31T17:30:05Z"));
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(read(entry("2026-11-03", "2026-11-03", Standing.CONFIRMED), Language.EN)
                        .getSummary()
                        .getValue())
                .isEqualTo("Training · Briefing; first, online");
    }

    @Test
    void whatIsWithdrawnSaysSoInWordsToo() {
        VEvent event = read(entry("2026-11-03", "2026-11-03", Standing.CANCELLED), Language.ZH);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSummary().getValue()).startsWith("已取消 · ");
    }

    @Test
    void anEmptyFeedIsACalendarTooAndTheSameEntriesMakeTheSameText() {
        assertThat(Biweekly.parse(feed.of(List.of(), Whose.UNIT, Language.EN))
                        .first()
                        .getEvents())
                .isEmpty();
        Entry entry = entry("2026-11-03", "2026-11-03", Standing.TENTATIVE);
        assertThat(feed.of(List.of(entry), Whose.UNIT, Language.ZH))
                .isEqualTo(feed.of(List.of(entry), Whose.UNIT, Language.ZH));
    }

    @Test
    void aFeedThatTakesNoMoreSaysOnWhichDayItEnds() {
        Entry early = entry("2026-11-02", "2026-11-02", Standing.CONFIRMED);
        Entry late = entry("2026-11-09", "2026-11-09", Standing.CONFIRMED);
        assertThat(summaries(List.of(early, early, early))).doesNotContain(ENDS);
        assertThat(summaries(List.of(early, early, early, late, late)))
                .hasSize(4)
                .endsWith(ENDS);
        VEvent last = Biweekly.parse(feed.of(List.of(early, early, early, late), Whose.MINE, Language.ZH))
                .first()
                .getEvents()
                .get(3);
        assertThat(day(last.getDateStart())).isEqualTo("2026-11-09");
    }

    private List<String> summaries(List<Entry> entries) {
        return Biweekly.parse(feed.of(entries, Whose.MINE, Language.ZH)).first().getEvents().stream()
                .map(event -> event.getSummary().getValue())
                .toList();
    }
}
