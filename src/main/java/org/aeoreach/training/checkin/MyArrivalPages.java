package org.aeoreach.training.checkin;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.scope.Right;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** Checking people of one's enterprise in with the code shown in the room. */
@Path("/portal/my/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyArrivalPages {

    private static final String ONE = "{registration: [0-9]{1,18}}/arrival";

    @Inject
    private SelfCheckIn arrivals;

    @Inject
    private Registrations registrations;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** @param code as it stands in the QR code shown in the room, or null */
    @GET
    @Path(ONE)
    @Access(value = Access.Who.SIGNED_IN, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel entering(@PathParam("registration") long id, @QueryParam("code") @Nullable String code) {
        Form form = Form.of(TypedCode.class);
        return page(id, code != null && code.matches("[0-9]{6}") ? form.with("roomCode", code) : form);
    }

    private JteModel page(long id, Form form) {
        RegistrationView seen = registrations.ours(id);
        boolean open = arrivals.open(new SelfCheckIn.Who(null, id));
        return new StaticTemplates()
                .trainingCheckinArrival(pages.titled("checkin.arrival"), seen.name(), form, open, AttendeeKey.of(seen));
    }

    @POST
    @Path(ONE)
    @Access(
            value = Access.Who.SIGNED_IN,
            rights = Right.REGISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 1024,
            audited = true)
    public Response arrive(@PathParam("registration") long id, Form form) {
        AttendeeKey key = AttendeeKey.of(registrations.ours(id));
        return forms.submit(form, TypedCode.class)
                .again(failed -> page(id, failed))
                .run(typed -> {
                    arrivals.arrive(new SelfCheckIn.Who(null, id), typed);
                    return forms.done(key.back(), "checkin.done.self");
                });
    }
}
