package org.aeoreach.organization.today;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitView;
import org.aeoreach.organization.substitution.Substitutions;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;

/** The first page after signing in: what waits for the viewer in the role he acts in. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class TodayPages {

    @Inject
    private UnitDirectory directory;

    @Inject
    private Substitutions substitutions;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    @GET
    @Access(Access.Who.OFFICERS)
    public JteModel today() {
        UnitView unit = directory.get(viewer.require().unitId());
        var mine = substitutions.list(viewer.require().accountId(), Long.MAX_VALUE, 5);
        return new StaticTemplates()
                .organizationToday(
                        pages.titled("organization.today.title"),
                        unit,
                        directory
                                .list(new UnitDirectory.Filter("", null, unit.id(), false), "", 200)
                                .items()
                                .size(),
                        mine.items());
    }
}
