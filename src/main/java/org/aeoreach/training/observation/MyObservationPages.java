package org.aeoreach.training.observation;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.platform.Problem;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.form.Form;

/** The statement and the way in for who is signed in and observes himself; a colleague of his can do neither for him. */
@Path("/portal/my/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyObservationPages {

    private static final String ONE = "{registration: [0-9]{1,18}}";

    @Inject
    private Registrations registrations;

    @Inject
    private ObservationSheets sheets;

    @GET
    @Path(ONE + "/observation")
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN)
    public JteModel observation(@PathParam("registration") long id) {
        return sheets.page(key(id)).orElseThrow(Problem::notFound);
    }

    private AttendeeKey key(long registration) {
        return AttendeeKey.of(registrations.ours(registration));
    }

    @POST
    @Path(ONE + "/observation")
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN, body = 1024, audited = true)
    public Response accept(@PathParam("registration") long id, Form form) {
        return sheets.accept(key(id), form);
    }

    /** Leads to the session, as {@link ObservationPages#enter}. */
    @GET
    @Path(ONE + "/room")
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN, limit = Limit.SEARCH, audited = true)
    public Response enter(@PathParam("registration") long id, @Context HttpHeaders headers) {
        return sheets.enter(key(id), headers);
    }
}
