package org.aeoreach.campaign.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.jspecify.annotations.Nullable;

/** The calendar over REST. */
@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CalendarResource {

    private static final int LONGEST = 400;
    private static final int MOST = 2000;

    @Inject
    private Days days;

    @Inject
    private Clock clock;

    /**
     * What is on.
     *
     * @param from the first day, today when it is left out
     * @param to the last day, at most 400 days later; a month later when it is left out
     * @param more whether there is more than {@code entries}
     */
    public record Stretch(LocalDate from, LocalDate to, List<Entry> entries, boolean more) {}

    @GET
    @Path("calendar")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Stretch calendar(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("whose") @DefaultValue("ALL") String whose) {
        LocalDate first = from == null ? Time.today(clock) : day("from", from);
        LocalDate last = to == null ? first.plusMonths(1) : day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
            throw Problem.invalid("to", "campaign.invalid.stretch", LONGEST);
        }
        List<Entry> read = days.between(first, last.plusDays(1), whose(whose), MOST + 1);
        boolean more = read.size() > MOST;
        return new Stretch(first, last, more ? read.subList(0, MOST) : read, more);
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() > 1 && day.getYear() < 9000) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(field, "web.invalid.date");
        }
        throw Problem.invalid(field, "web.invalid.date");
    }

    private static Whose whose(String name) {
        return Arrays.stream(Whose.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("whose", "web.invalid.choice"));
    }
}
