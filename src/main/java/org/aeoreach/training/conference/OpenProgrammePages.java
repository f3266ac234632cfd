package org.aeoreach.training.conference;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;

/** The programme of a conference for everybody, to read and to print. */
@Path("/portal/trainings/{id: [0-9]{1,18}}/programme")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class OpenProgrammePages {

    @Inject
    private ChoicePages choices;

    @GET
    @Access(Access.Who.ANYONE)
    public JteModel conference(@PathParam("id") long id) {
        return choices.open(id);
    }
}
