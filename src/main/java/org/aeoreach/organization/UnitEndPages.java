package org.aeoreach.organization;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Closing a unit and merging it into another: what will follow is said before it is confirmed. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class UnitEndPages {

    @Inject
    private Units units;

    @Inject
    private UnitActions actions;

    @Inject
    private Forms forms;

    /** A unit about to end. */
    public record Ending(UnitFrame frame, long people, long homes, long openBelow) {}

    private Ending ending(long id) {
        UnitFrame frame = actions.frame(id);
        var consequences = actions.consequences(frame.unit());
        return new Ending(frame, consequences.people(), consequences.homes(), consequences.openBelow());
    }

    @GET
    @Path("units/{id: [0-9]{1,18}}/closure")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE)
    public JteModel closing(@PathParam("id") long id) {
        Ending ending = ending(id);
        return closingPage(ending, Form.of(Units.Closure.class).version(version(ending)));
    }

    private static long version(Ending ending) {
        return ending.frame().unit().version();
    }

    private JteModel closingPage(Ending ending, Form form) {
        return new StaticTemplates()
                .organizationClosing(actions.page(ending.frame(), "organization.close.title"), ending, form);
    }

    @POST
    @Path("units/{id: [0-9]{1,18}}/closure")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 8192,
            audited = true)
    public Response close(@PathParam("id") long id, Form form) {
        return forms.submit(form, Units.Closure.class)
                .again(failed -> closingPage(ending(id), failed))
                .current(() -> Form.of(Units.Closure.class).version(version(ending(id))))
                .run(closure -> {
                    units.close(id, form.version(), closure);
                    return forms.done("/desk/units/" + id, "organization.done.closed");
                });
    }

    @GET
    @Path("units/{id: [0-9]{1,18}}/merger")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE)
    public JteModel merging(@PathParam("id") long id) {
        Ending ending = ending(id);
        return mergingPage(ending, Form.of(Units.Merger.class).version(version(ending)));
    }

    private JteModel mergingPage(Ending ending, Form form) {
        List<Option> successors = actions.successors(ending.frame().unit()).stream()
                .map(UnitEndPages::option)
                .toList();
        return new StaticTemplates()
                .organizationMerging(
                        actions.page(ending.frame(), "organization.merge.title"),
                        ending,
                        form.options("successorId", successors));
    }

    private static Option option(UnitView unit) {
        String name = RequestContext.current().language().pick(unit.nameZh(), unit.nameEn());
        return new Option(Long.toString(unit.id()), unit.code() + " " + name);
    }

    @POST
    @Path("units/{id: [0-9]{1,18}}/merger")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 8192,
            audited = true)
    public Response merge(@PathParam("id") long id, Form form) {
        return forms.submit(form, Units.Merger.class)
                .again(failed -> mergingPage(ending(id), failed))
                .current(() -> Form.of(Units.Merger.class).version(version(ending(id))))
                .run(merger -> {
                    units.merge(id, form.version(), merger);
                    return forms.done("/desk/units/" + merger.successorId(), "organization.done.merged");
                });
    }
}
