package org.aeoreach.enquiry.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;

/** Questions for everybody made of answers, over REST. */
@Path("/api/v1/enquiries/{id: [0-9]{1,18}}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PublicationResource {

    @Inject
    private Publications publications;

    /** The question that was made of its answer, and how far it is. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public PublicationView get(@PathParam("id") long id) {
        return publications.get(id);
    }

    /** Makes a question of its last answer; a second person approves it in the library. */
    @POST
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = 524_288,
            audited = true)
    public PublicationView publish(@PathParam("id") long id, @NotNull @Valid NewPublication wanted) {
        return publications.publish(id, wanted);
    }
}
