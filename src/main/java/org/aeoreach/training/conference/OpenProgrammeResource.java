package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;

/** Programmes of conferences that are out, for everybody's programs. */
@Path("/api/v1/portal/trainings/{id: [0-9]{1,18}}/programme")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OpenProgrammeResource {

    @Inject
    private Programmes programmes;

    @GET
    @Access(Access.Who.ANYONE)
    public Programme programme(@PathParam("id") long id) {
        return programmes.out(id);
    }
}
