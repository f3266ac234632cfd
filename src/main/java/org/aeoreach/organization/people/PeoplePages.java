package org.aeoreach.organization.people;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.organization.substitution.SubstitutionView;
import org.aeoreach.organization.substitution.Substitutions;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** What officers see of the people of their unit and below. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PeoplePages {

    @Inject
    private People people;

    @Inject
    private HeldRoles roles;

    @Inject
    private PeopleList list;

    @Inject
    private Lists lists;

    @Inject
    private Substitutions substitutions;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    @Inject
    private Pages pages;

    @GET
    @Path("people")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response people(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("people/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("people/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel person(@PathParam("id") long id) {
        PersonView person = people.get(id);
        String name = RequestContext.current().language().pick(person.nameZh(), person.nameEn());
        var shown = new Shown(
                person,
                roles.of(id),
                substitutions.list(id, Long.MAX_VALUE, 20).items(),
                Time.today(clock),
                mayManage());
        return new StaticTemplates().organizationPerson(pages.page(name), shown);
    }

    private boolean mayManage() {
        Role role = viewer.require().role();
        return role == Role.UNIT_ADMINISTRATOR || role == Role.SYSTEM_ADMINISTRATOR;
    }

    /** All that the page of a person shows. @param manageable whether the viewer may grant and end roles */
    public record Shown(
            PersonView person,
            List<Held> roles,
            List<SubstitutionView> substitutions,
            LocalDate today,
            boolean manageable) {

        public boolean withoutRole() {
            return roles.stream().noneMatch(held -> held.on(today) == Held.State.CURRENT);
        }
    }
}
