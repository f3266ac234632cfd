package org.aeoreach.organization;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Renaming a unit from its page. */
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
    private UnitPages desk;

    @Inject
    private Forms forms;

    /** The form as it is first shown: the names in force, to be changed. */
    static Form renaming(UnitView unit) {
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
                .again(failed -> desk.unitPage(id, failed))
                .current(() -> renaming(directory.get(id)))
                .run(renaming -> {
                    units.rename(id, form.version(), renaming);
                    return forms.done("/desk/units/" + id, "organization.done.renamed");
                });
    }
}
