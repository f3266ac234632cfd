package org.aeoreach.training.attendance;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterprisePickers;
import org.aeoreach.web.picker.PickerField;
import org.jspecify.annotations.Nullable;

/** Of which enterprise an attendee is, for officers of the organiser. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class EmployerPages {

    private static final String REGISTERED = "registrations/{registration: [0-9]{1,18}}/enterprise";
    private static final String ATTENDED = "attendances/{attendance: [0-9]{1,18}}/enterprise";

    @Inject
    private Employers employers;

    @Inject
    private TrainingReader trainings;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The enterprise is typed and found, see {@link EnterprisePickers}; nothing typed: of none. */
    public record Typed(@Nullable @Size(max = 200) String enterpriseText) {}

    @GET
    @Path(REGISTERED)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel registered(@PathParam("registration") long id) {
        return page(employers.registered(id), null);
    }

    @POST
    @Path(REGISTERED)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response sayRegistered(@PathParam("registration") long id, Form form) {
        return said(employers.registered(id), form);
    }

    @GET
    @Path(ATTENDED)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel attended(@PathParam("attendance") long id) {
        return page(employers.attended(id), null);
    }

    @POST
    @Path(ATTENDED)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response sayAttended(@PathParam("attendance") long id, Form form) {
        return said(employers.attended(id), form);
    }

    private JteModel page(Whom whom, @Nullable Form failed) {
        Form form = failed == null ? Form.of(Typed.class) : failed;
        PickerField field = PickerField.of("enterprise", "training.field.enterprise");
        return new StaticTemplates()
                .trainingAttendanceEmployer(
                        pages.page(whom.name()),
                        trainings.get(whom.session()),
                        whom,
                        form,
                        failed == null ? pickers.field(field, whom.enterprise()) : pickers.of(form, "enterprise"));
    }

    private Response said(Whom whom, Form form) {
        return forms.submit(form, Typed.class)
                .again(failed -> page(whom, failed))
                .run(typed -> {
                    Long enterprise = pickers.resolve(EnterprisePickers.typed(form, "enterprise"))
                            .map(EnterpriseChoice::id)
                            .orElse(null);
                    employers.say(whom, enterprise);
                    return forms.done(
                            "/desk/trainings/attendances?session=" + whom.session(), "attendance.done.employer");
                });
    }
}
