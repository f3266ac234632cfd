package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.detail.Deadline;
import org.aeoreach.web.detail.Header;
import org.aeoreach.web.detail.Tab;
import org.aeoreach.web.timeline.Timeline;
import org.aeoreach.web.timeline.TimelineEntry;

/** The head of a record, its tabs and its timeline. */
@ApplicationScoped
public class DetailSection implements StyleSection {

    @Inject
    private Clock clock;

    /** Heads from good to bad, the tabs of a record, a timeline and an empty one. */
    public record Samples(List<Header> headers, List<Tab> tabs, Timeline timeline, Timeline empty) {}

    @Override
    public String key() {
        return "detail";
    }

    @Override
    public JteModel part(Page page) {
        return new StaticTemplates()
                .webStyleguideDetail(
                        page, new Samples(headers(page), tabs(), timeline(page), new Timeline(List.of(), null)));
    }

    private List<Header> headers(Page page) {
        LocalDate today = Time.today(clock);
        var open = new Header.Tag(page.t("component.style.open"), Header.Tone.GOOD);
        var waiting = new Header.Tag(page.t("component.style.waiting"), Header.Tone.WARN);
        var closed = new Header.Tag(page.t("component.style.closed"), Header.Tone.OFF);
        var answer = new Header.Action(page.t("component.style.answer"), "#detail");
        return List.of(
                Header.of(open).next(answer).deadline(new Deadline(today.plusDays(12), today)),
                Header.of(open).next(answer).deadline(new Deadline(today, today)),
                Header.of(waiting, open).next(answer).deadline(new Deadline(today.minusDays(1), today)),
                Header.of(closed));
    }

    private static List<Tab> tabs() {
        return List.of(
                Tab.of("component.style.tab-facts", "#detail", true),
                Tab.of("component.style.tab-people", "#detail", false).count(12),
                Tab.of("component.style.tab-timeline", "#detail", false));
    }

    private Timeline timeline(Page page) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        LocalDate today = Time.today(clock);
        String actor = page.pick("张晓明", "Zhang Xiaoming");
        var first = new TimelineEntry(now, 2, actor, page.t("component.style.answered"), List.of(), "#detail");
        var second = new TimelineEntry(
                now, 1, null, page.t("component.style.received"), List.of(page.t("component.style.by-mail")), null);
        var third = new TimelineEntry(now, 1, actor, page.t("component.style.asked"), List.of(), null);
        return new Timeline(
                List.of(
                        new Timeline.Day(today, List.of(first, second)),
                        new Timeline.Day(today.minusDays(1), List.of(third))),
                "c2FtcGxl");
    }
}
