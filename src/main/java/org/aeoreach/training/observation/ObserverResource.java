package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.web.Access;

/** Who observes, for programs of officers. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/observers")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ObserverResource {

    @Inject
    private Observers observers;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<Observer> observers(@PathParam("id") long id) {
        return observers.of(id);
    }
}
