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
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Renaming a unit, and opening a house below a district. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class UnitFormPages {

    @Inject
    private Units units;

    @Inject
    private UnitDirectory directory;

    @Inject
    private UnitActions actions;

    @Inject
    private Forms forms;

    @GET
    @Path("units/{id: [0-9]{1,18}}/name")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE)
    public JteModel renaming(@PathParam("id") long id) {
        return renamingPage(actions.frame(id), renamingForm(id));
    }

    private JteModel renamingPage(UnitFrame frame, Form form) {
        return new StaticTemplates()
                .organizationRenaming(actions.page(frame, "organization.rename.title"), frame, form);
    }

    private Form renamingForm(long id) {
        UnitView unit = directory.get(id);
        return Form.of(Units.Renaming.class)
                .with("nameZh", unit.nameZh())
                .with("nameEn", unit.nameEn())
                .version(unit.version());
    }

    @POST
    @Path("units/{id: [0-9]{1,18}}/name")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 8192,
            audited = true)
    public Response rename(@PathParam("id") long id, Form form) {
        return forms.submit(form, Units.Renaming.class)
                .again(failed -> renamingPage(actions.frameAgain(id), failed))
                .current(() -> renamingForm(id))
                .run(renaming -> {
                    units.rename(id, form.version(), renaming);
                    return forms.done("/desk/units/" + id, "organization.done.renamed");
                });
    }

    @GET
    @Path("units/{id: [0-9]{1,18}}/houses")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE)
    public JteModel opening(@PathParam("id") long id) {
        return openingPage(actions.frame(id), Form.of(Units.NewHouse.class).with("districtId", id));
    }

    private JteModel openingPage(UnitFrame frame, Form form) {
        return new StaticTemplates().organizationOpening(actions.page(frame, "organization.open.title"), frame, form);
    }

    @POST
    @Path("units/{id: [0-9]{1,18}}/houses")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 8192,
            audited = true)
    public Response open(@PathParam("id") long id, Form form) {
        return forms.submit(form.with("districtId", id), Units.NewHouse.class)
                .again(failed -> openingPage(actions.frameAgain(id), failed))
                .run(house -> {
                    UnitView opened = units.open(house);
                    return forms.done("/desk/units/" + opened.id(), "organization.done.opened");
                });
    }
}
