package org.aeoreach.organization;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.aeoreach.organization.UnitFrame.Part;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.Timelines;

/** What officers see of the units. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class UnitPages {

    @Inject
    private UnitDirectory directory;

    @Inject
    private UnitFrames frames;

    @Inject
    private UnitList units;

    @Inject
    private Lists lists;

    @Inject
    private Timelines timelines;

    @Inject
    private Pages pages;

    @GET
    @Path("units/list")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response units(@Context UriInfo address) {
        ListPage list = lists.show(units, address);
        Page page = pages.titled("organization.units.title");
        return lists.answer(list, new StaticTemplates().organizationUnits(page, list));
    }

    @GET
    @Path("units/list/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(units, address);
    }

    @GET
    @Path("units/{id: [0-9]{1,18}}")
    @Access(Access.Who.OFFICERS)
    public JteModel unit(@PathParam("id") long id) {
        UnitFrame frame = frames.of(id, Part.FACTS);
        return new StaticTemplates().organizationUnit(frames.page(frame), frame);
    }

    @GET
    @Path("units/{id: [0-9]{1,18}}/units")
    @Access(Access.Who.OFFICERS)
    public JteModel below(@PathParam("id") long id) {
        UnitFrame frame = frames.of(id, Part.UNITS);
        var filter = new UnitDirectory.Filter("", null, id, true);
        List<UnitView> children = directory.list(filter, "", Paging.MOST).items();
        return new StaticTemplates().organizationUnitbelow(frames.page(frame), frame, children);
    }

    @GET
    @Path("units/{id: [0-9]{1,18}}/history")
    @Access(Access.Who.OFFICERS)
    public JteModel history(@PathParam("id") long id) {
        UnitFrame frame = frames.of(id, Part.HISTORY);
        return new StaticTemplates()
                .organizationUnithistory(frames.page(frame), frame, directory.names(id), directory.mergedInto(id));
    }

    @GET
    @Path("units/{id: [0-9]{1,18}}/timeline")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel timeline(@PathParam("id") long id, @BeanParam Paging paging) {
        UnitFrame frame = frames.ofMine(id, Part.TIMELINE);
        return new StaticTemplates()
                .organizationUnittimeline(frames.page(frame), frame, timelines.of(Subject.of("unit", id), paging));
    }
}
