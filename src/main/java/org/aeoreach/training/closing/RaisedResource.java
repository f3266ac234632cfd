package org.aeoreach.training.closing;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Questions raised at a session, over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RaisedResource {

    @Inject
    private RaisedQuestions questions;

    /** Those raised, in the order they were entered. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public List<RaisedView> list(@PathParam("id") long id) {
        return questions.of(id);
    }

    @GET
    @Path("{question: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public RaisedView get(@PathParam("id") long id, @PathParam("question") long question) {
        return questions.get(id, question);
    }

    /** Enters one. */
    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 32768, audited = true)
    @APIResponseSchema(value = RaisedView.class, responseCode = "201")
    public Response add(@PathParam("id") long id, @NotNull @Valid NewRaised raised) {
        RaisedView made = questions.add(id, raised);
        return Response.created(URI.create("/api/v1/trainings/" + id + "/questions/" + made.id()))
                .entity(made)
                .build();
    }

    /** Makes an enquiry of it; again gives the same one. */
    @POST
    @Path("{question: [0-9]{1,18}}/enquiry")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public RaisedView enquire(@PathParam("id") long id, @PathParam("question") long question) {
        return questions.enquire(id, question);
    }
}
