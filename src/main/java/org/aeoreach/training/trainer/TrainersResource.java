package org.aeoreach.training.trainer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The pool of trainers over REST. */
@Path("/api/v1/training-trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TrainersResource {

    private static final String PATH = "/api/v1/training-trainers/";
    private static final int TEXT = 32_768;

    @Inject
    private Trainers trainers;

    /** Those of the caller's unit, of units above and below it, whether their time is over or not. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<TrainerView> list(@BeanParam Paging paging) {
        return trainers.list(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    @APIResponseSchema(TrainerView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(id);
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    @APIResponseSchema(value = TrainerView.class, responseCode = "201")
    public Response add(@NotNull @Valid NewTrainer wanted) {
        TrainerView made = trainers.get(trainers.add(wanted));
        return Versions.created(PATH + made.id(), made, made.version());
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    @APIResponseSchema(TrainerView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewTrainer wanted) {
        trainers.change(id, Versions.required(ifMatch), wanted);
        return tagged(id);
    }

    /** Sessions held and coming, minutes taught and ratings; noughts while nothing is known of sessions of his. */
    @GET
    @Path("{id: [0-9]{1,18}}/load")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public TrainerLoad.Load load(@PathParam("id") long id) {
        return trainers.load(trainers.get(id).id()).orElse(TrainerLoad.Load.NONE);
    }

    private Response tagged(long id) {
        TrainerView trainer = trainers.get(id);
        return Response.ok(trainer).tag(Versions.tag(trainer.version())).build();
    }
}
