package org.aeoreach.enterprise.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The journey of enterprises over REST; files are given by the page. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JourneyResource {

    @Inject
    private Journeys journeys;

    @Inject
    private Facts facts;

    @Inject
    private TakeStep steps;

    @GET
    @Path("{id: [0-9]{1,18}}/journey")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<JourneyEntry> list(@PathParam("id") long id) {
        facts.standing(id);
        return journeys.of(id);
    }

    /** The next step; refused with those that may follow when it may not. */
    @POST
    @Path("{id: [0-9]{1,18}}/journey")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response take(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TakeStep.Step step) {
        return tagged(steps.take(id, Versions.required(ifMatch), step, List.of()));
    }

    /** The last step was recorded by mistake. */
    @POST
    @Path("journey/{id: [0-9]{1,18}}/retraction")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response retract(
            @PathParam("id") long entry,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TakeStep.Retraction retraction) {
        return tagged(steps.retract(entry, Versions.required(ifMatch), retraction));
    }

    private static Response tagged(FactsView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
