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

/** What officers see of units and people. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class DeskPages {

    @Inject
    private UnitDirectory directory;

    @Inject
    private People people;

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
        List<PersonView> staff = people.list("", id, 0, Paging.MOST).items();
        var details = new UnitDetails(unit, parent, children, directory.names(id), staff, mayChange(unit));
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
            List<PersonView> people,
            boolean changeable) {}

    @GET
    @Path("people")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel people(@QueryParam("q") @DefaultValue("") String text, @BeanParam Paging paging) {
        return new StaticTemplates()
                .organizationPeople(
                        pages.titled("organization.people.title"),
                        text,
                        people.list(text.strip(), null, paging.afterId(0), paging.limit()));
    }

    @GET
    @Path("people/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel person(@PathParam("id") long id) {
        PersonView person = people.get(id);
        return new StaticTemplates()
                .organizationPerson(
                        pages.page(org.aeoreach.platform.RequestContext.current()
                                .language()
                                .pick(person.nameZh(), person.nameEn())),
                        person,
                        substitutions.list(id, Long.MAX_VALUE, 20).items());
    }
}
