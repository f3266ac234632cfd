package org.aeoreach.organization.people;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;
import org.jspecify.annotations.Nullable;

/** Granting a role to a person, and ending one; what will follow is said before it is confirmed. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RolePages {

    @Inject
    private People people;

    @Inject
    private Roles roles;

    @Inject
    private HeldRoles held;

    @Inject
    private UnitPickers units;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    /** The last day on which a role is held. */
    public record Ending(@NotNull LocalDate validTo) {}

    /** What follows when a role ends. @param others who hold the same role there and go on to hold it */
    public record Following(Held held, long others, long left) {}

    @GET
    @Path("people/{id: [0-9]{1,18}}/roles")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE)
    public JteModel granting(@PathParam("id") long id, @QueryParam("unit") @Nullable Long unit) {
        PersonView person = people.get(id);
        return grantPage(
                person,
                Form.of(Roles.Grant.class)
                        .with("unitId", Objects.requireNonNullElse(unit, person.unitId()))
                        .with("validFrom", Time.today(clock)));
    }

    private JteModel grantPage(PersonView person, Form form) {
        Page page = pages.page("");
        Page titled = pages.titled("organization.grant.title", page.pick(person.nameZh(), person.nameEn()));
        Role[] grantable = Roles.grantableBy(viewer.require()).toArray(Role[]::new);
        Form complete = form.options("role", Option.of(page, "scope.role.", grantable))
                .options("unitId", units.options(Reach.MINE));
        return new StaticTemplates().organizationGrant(titled, person, complete);
    }

    @POST
    @Path("people/{id: [0-9]{1,18}}/roles")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response grant(@PathParam("id") long id, Form form) {
        PersonView person = people.get(id);
        return forms.submit(form, Roles.Grant.class)
                .again(failed -> grantPage(person, failed))
                .run(grant -> {
                    roles.grant(id, grant);
                    return forms.done("/desk/people/" + id, "organization.done.granted");
                });
    }

    @GET
    @Path("roles/{id: [0-9]{1,18}}/end")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE)
    public JteModel ending(@PathParam("id") long id) {
        return endPage(mine(id), Form.of(Ending.class).with("validTo", Time.today(clock)));
    }

    /** A role may be seen because it is one's own; ended it is only from the unit. */
    private Held mine(long id) {
        return roles.find(id)
                .filter(assignment -> viewer.require().covers(assignment.orgPath()))
                .map(assignment -> held.get(id))
                .orElseThrow(Problem::notFound);
    }

    private JteModel endPage(Held role, Form form) {
        LocalDate today = Time.today(clock);
        Held.State state = role.on(today);
        if (state == Held.State.ENDED || state == Held.State.NEVER_HELD) {
            throw new Problem(409, "organization.problem.role-ended", role.validTo());
        }
        long left = held.of(role.personId()).stream()
                .filter(each -> each.id() != role.id() && each.on(today) == Held.State.CURRENT)
                .count();
        Page titled = pages.titled("organization.end.title");
        return new StaticTemplates().organizationEnd(titled, new Following(role, held.others(role, today), left), form);
    }

    @POST
    @Path("roles/{id: [0-9]{1,18}}/end")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response end(@PathParam("id") long id, Form form) {
        Held role = mine(id);
        return forms.submit(form, Ending.class)
                .again(failed -> endPage(role, failed))
                .run(ending -> {
                    roles.end(id, ending.validTo());
                    return forms.done("/desk/people/" + role.personId(), "organization.done.role-ended");
                });
    }
}
