package org.aeoreach.organization;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.organization.UnitFrame.Part;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.Timelines;
import org.jspecify.annotations.Nullable;

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
    private Timelines timelines;

    @Inject
    private Pages pages;

    @GET
    @Path("units/list")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel units(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("closed") boolean closed,
            @BeanParam Paging paging) {
        UnitKind wanted = kind == null || kind.isEmpty() ? null : kind(kind);
        var filter = new UnitDirectory.Filter(text.strip(), wanted, null, closed);
        return new StaticTemplates()
                .organizationUnits(
                        pages.titled("organization.units.title"),
                        filter,
                        directory.list(filter, paging.after(), paging.limit()));
    }

    private static UnitKind kind(String name) {
        return Stream.of(UnitKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(Problem::notFound);
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
