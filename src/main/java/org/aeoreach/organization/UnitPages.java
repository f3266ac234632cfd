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
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/** What officers see of the units. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class UnitPages {

    @Inject
    private UnitDirectory directory;

    @Inject
    private UnitStaff staff;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    @GET
    @Path("units")
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
        return unitPage(id, UnitFormPages.renaming(directory.get(id)));
    }

    JteModel unitPage(long id, Form form) {
        UnitView unit = directory.get(id);
        UnitView parent = unit.parentId() == null ? null : directory.get(unit.parentId());
        List<UnitView> children = directory
                .list(new UnitDirectory.Filter("", null, id, true), "", Paging.MOST)
                .items();
        var details = new UnitDetails(unit, parent, children, directory.names(id), staff.members(id), mayChange(unit));
        return new StaticTemplates()
                .organizationUnit(pages.titled("organization.unit.title", code(unit)), details, form);
    }

    private String code(UnitView unit) {
        return org.aeoreach.platform.RequestContext.current().language().pick(unit.nameZh(), unit.nameEn());
    }

    private boolean mayChange(UnitView unit) {
        var me = viewer.require();
        boolean administrator = me.role() == org.aeoreach.scope.Role.UNIT_ADMINISTRATOR
                || me.role() == org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
        return administrator && unit.closedOn() == null && me.covers(unit.orgPath());
    }

    /** All that the page of a unit shows. */
    public record UnitDetails(
            UnitView unit,
            @Nullable UnitView parent,
            List<UnitView> children,
            List<UnitView.Name> names,
            List<UnitStaff.Member> people,
            boolean changeable) {}
}
