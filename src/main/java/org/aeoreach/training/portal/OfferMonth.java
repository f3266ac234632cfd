package org.aeoreach.training.portal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.platform.Problem;
import org.aeoreach.training.offer.OfferView;
import org.jspecify.annotations.Nullable;

/**
 * A month with its sessions, in whole weeks from Monday on.
 *
 * @param query what the filters ask for, as in an address; may be empty
 */
public record OfferMonth(YearMonth month, LocalDate today, String query, List<OfferView> offers) {

    static final String PATH = "/portal/trainings/calendar";

    /** @throws Problem 400 when the text is no month */
    static OfferMonth of(@Nullable String text, LocalDate today, String query) {
        if (text == null || text.isBlank()) {
            return new OfferMonth(YearMonth.from(today), today, query, List.of());
        }
        if (!text.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Problem.invalid("month", "web.invalid.date");
        }
        return new OfferMonth(YearMonth.parse(text), today, query, List.of());
    }

    OfferMonth with(List<OfferView> found) {
        return new OfferMonth(month, today, query, found);
    }

    /** First day shown. */
    public LocalDate first() {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The day after the last one shown. */
    public LocalDate end() {
        return month.atEndOfMonth().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    public Stream<LocalDate> days() {
        return first().datesUntil(end());
    }

    public boolean within(LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    public List<OfferView> on(LocalDate day) {
        return offers.stream().filter(each -> each.day().equals(day)).toList();
    }

    /** The address of the month so many after this. */
    public String href(int months) {
        return PATH + "?month=" + month.plusMonths(months) + (query.isEmpty() ? "" : "&" + query);
    }

    /** The address of the same sessions as a list. */
    public String list() {
        return "/portal/trainings" + (query.isEmpty() ? "" : "?" + query);
    }
}
