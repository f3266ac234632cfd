package org.aeoreach.campaign;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Campaigns as a list, by status and by day. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class CampaignPages {

    @Inject
    private CampaignList list;

    @Inject
    private Boards boards;

    @Inject
    private Lists lists;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("campaigns")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().campaignList(pages.titled("campaign.title"), shown));
    }

    @GET
    @Path("campaigns/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("campaigns/board")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel board() {
        return new StaticTemplates().campaignBoard(pages.titled("campaign.board"), boards.board());
    }

    /**
     * @param view MONTH, WEEK or LIST
     * @param day such as 2026-11-22, one of those to show; today when it is none
     */
    @GET
    @Path("campaigns/calendar")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel calendar(
            @QueryParam("view") @Nullable String view,
            @QueryParam("day") @Nullable String day,
            @QueryParam("whose") @Nullable String whose) {
        Calendar shown =
                boards.calendar(chosen(Calendar.View.values(), view), chosen(Calendar.Whose.values(), whose), day(day));
        return new StaticTemplates().campaignCalendar(pages.titled("campaign.calendar"), shown, Time.today(clock));
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
