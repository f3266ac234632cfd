package org.aeoreach.training.conference;

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
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Forms;

/** The break-outs of a delegate as an officer chooses them for him, who asked on the telephone. */
@Path("/desk/trainings/registrations/{registration: [0-9]{1,18}}/programme")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class DeskChoicePages {

    private static final String PART = "{part: [0-9]{1,18}}/";

    @Inject
    private Registrations registrations;

    @Inject
    private Choices choices;

    @Inject
    private ChoicePages pages;

    @Inject
    private Forms forms;

    @GET
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel programme(@PathParam("registration") long id) {
        return pages.choosing(Choices.Delegate.of(registrations.get(id)), home(id));
    }

    private static String home(long id) {
        return "/desk/trainings/registrations/" + id + "/programme";
    }

    @POST
    @Path(PART + "choice")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 1024, audited = true)
    public Response choose(@PathParam("registration") long id, @PathParam("part") long part) {
        Choices.Delegate delegate = Choices.Delegate.of(registrations.get(id));
        return forms.done(home(id), DelegatePages.done(choices.choose(delegate, part, true)));
    }

    @POST
    @Path(PART + "withdrawal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 1024, audited = true)
    public Response leave(@PathParam("registration") long id, @PathParam("part") long part) {
        choices.choose(Choices.Delegate.of(registrations.get(id)), part, false);
        return forms.done(home(id), "session.done.cancelled");
    }
}
