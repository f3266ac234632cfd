package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.aeoreach.web.Access;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Check questions of a course over REST. */
@Path("/api/v1/training-courses/{id: [0-9]{1,18}}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class QuestionsResource {

    private static final int TEXT = 65_536;

    @Inject
    private CheckQuestions questions;

    /** Those asked now, with their right answers. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<CheckQuestionView> questions(@PathParam("id") long id) {
        return questions.of(id);
    }

    /** An edition, asked now or not. */
    @GET
    @Path("{question: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public CheckQuestionView question(@PathParam("id") long id, @PathParam("question") long question) {
        return questions.get(id, question);
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    @APIResponseSchema(value = CheckQuestionView.class, responseCode = "201")
    public Response ask(@PathParam("id") long id, @NotNull @Valid NewQuestion wanted) {
        CheckQuestionView made = questions.add(id, wanted);
        return Response.created(URI.create(SyllabusResource.PATH + id + "/questions/" + made.id()))
                .entity(made)
                .build();
    }

    /** Another wording: the next edition, with a number of its own, of a question named by its present edition. */
    @PUT
    @Path("{question: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public CheckQuestionView change(
            @PathParam("id") long id, @PathParam("question") long question, @NotNull @Valid NewQuestion wanted) {
        return questions.change(id, question, wanted);
    }

    /** It is asked no more. */
    @DELETE
    @Path("{question: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void end(@PathParam("id") long id, @PathParam("question") long question) {
        questions.end(id, question);
    }
}
