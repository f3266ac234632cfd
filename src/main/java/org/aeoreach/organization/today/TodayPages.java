package org.aeoreach.organization.today;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitView;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.today.TodayItem;

/** The first page after signing in: what waits for the viewer in the role he acts in. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class TodayPages {

    @Inject
    private UnitDirectory directory;

    @Inject
    private Today today;

    @Inject
    private RecentChanges changes;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    @GET
    @Access(Access.Who.OFFICERS)
    public JteModel today() {
        Viewer me = viewer.require();
        var home = new Home(directory.get(me.unitId()), today.waitingFor(me), changes.of(me));
        return new StaticTemplates().organizationToday(pages.titled("today.title"), home);
    }

    /** All that the page shows. */
    public record Home(UnitView unit, List<TodayItem> items, List<RecentChanges.Change> changes) {}
}
