package org.aeoreach.campaign.calendar;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** The calendar by month, by week and as a list. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class CalendarPages {

    private static final int MOST = 500;

    @Inject
    private Days days;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /**
     * @param view MONTH, WEEK or LIST
     * @param whose ALL, MINE, UNIT or BELOW
     * @param day such as 2026-11-22, one of those to show; today when it is none
     */
    @GET
    @Path("campaigns/calendar")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel calendar(
            @QueryParam("view") @Nullable String view,
            @QueryParam("whose") @Nullable String whose,
            @QueryParam("day") @Nullable String day) {
        Calendar shown = shown(chosen(Calendar.View.values(), view), chosen(Whose.values(), whose), day(day));
        return new StaticTemplates().campaignCalendar(pages.titled("campaign.calendar"), shown, Time.today(clock));
    }

    private Calendar shown(Calendar.View view, Whose whose, LocalDate day) {
        List<Entry> read = days.between(view.from(day), view.to(day), whose, MOST + 1);
        boolean more = read.size() > MOST;
        return new Calendar(view, whose, day, more ? read.subList(0, MOST) : read, more);
    }

    private LocalDate day(@Nullable String text) {
        try {
            return text != null && text.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
                    ? LocalDate.parse(text)
                    : Time.today(clock);
        } catch (DateTimeParseException noDay) {
            return Time.today(clock);
        }
    }

    /** The value of that name, or the first. */
    private static <T extends Enum<T>> T chosen(T[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(values[0]);
    }
}
