package org.aeoreach.campaign.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.aeoreach.web.detail.Tab;

/**
 * What is on in a stretch of days.
 *
 * @param day one it was asked for
 * @param more whether there is more than is shown
 */
public record Calendar(View view, Whose whose, LocalDate day, List<Entry> entries, boolean more) {

    private static final int ROOM = 5;

    /** How long the stretch is. */
    public enum View {
        /** The weeks of a month, from Monday on. */
        MONTH,
        /** A week from Monday on. */
        WEEK,
        /** Three months from the day on, only days on which something is on. */
        LIST;

        /** The first day of the stretch with the given day. */
        LocalDate from(LocalDate day) {
            return switch (this) {
                case MONTH -> day.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case LIST -> day;
            };
        }

        /** The day after its last. */
        LocalDate to(LocalDate day) {
            return switch (this) {
                case MONTH ->
                    day.with(TemporalAdjusters.firstDayOfNextMonth())
                            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                case WEEK -> from(day).plusWeeks(1);
                case LIST -> day.plusMonths(3);
            };
        }

        /** The same day so many stretches later. */
        LocalDate moved(LocalDate day, int by) {
            return switch (this) {
                case MONTH -> day.plusMonths(by);
                case WEEK -> day.plusWeeks(by);
                case LIST -> day.plusMonths(3L * by);
            };
        }
    }

    /** Its days in order; in a list those alone that have entries. */
    public List<LocalDate> days() {
        return view == View.LIST
                ? entries.stream().map(this::shownOn).distinct().sorted().toList()
                : view.from(day).datesUntil(view.to(day)).toList();
    }

    public List<Entry> on(LocalDate one) {
        return entries.stream()
                .filter(entry -> view == View.LIST ? shownOn(entry).equals(one) : entry.on(one))
                .toList();
    }

    /** Of the entries of a day those shown without asking for more; a month has little room for each day. */
    public List<Entry> first(List<Entry> ofDay) {
        return view == View.MONTH && ofDay.size() > ROOM + 1 ? ofDay.subList(0, ROOM) : ofDay;
    }

    /** In a list something that takes several days stands once, on the first of them that is shown. */
    private LocalDate shownOn(Entry entry) {
        return entry.first().isBefore(day) ? day : entry.first();
    }

    /** Whether a day is of the month shown, or stands before or behind it to fill the weeks. */
    public boolean within(LocalDate one) {
        return view != View.MONTH || one.getMonth() == day.getMonth();
    }

    /** Where the stretch so many before or behind this one is. */
    public String href(int by) {
        return address(view, view.moved(day, by));
    }

    private String address(View shown, LocalDate at) {
        return "/desk/campaigns/calendar?view=" + shown + "&day=" + at + "&whose=" + whose;
    }

    public List<Tab> tabs() {
        return List.of(View.values()).stream()
                .map(each -> Tab.of("campaign.view." + each, address(each, day), each == view))
                .toList();
    }
}
