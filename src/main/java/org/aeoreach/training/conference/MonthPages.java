package org.aeoreach.training.conference;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** What a district offers in a month, to read and to print. */
@Path("/portal/trainings/programme")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MonthPages {

    @Inject
    private MonthProgrammes months;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /**
     * What is offered in a month.
     *
     * @param month as 2026-12, or null for the present one
     * @param unit code of the district or house that organises, with those below it, or null for all
     */
    @GET
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public JteModel month(@QueryParam("month") @Nullable String month, @QueryParam("unit") @Nullable String unit) {
        MonthProgramme shown = months.of(month, unit, Time.today(clock));
        return new StaticTemplates().trainingConferenceMonth(pages.titled("conference.month-title"), shown);
    }
}
