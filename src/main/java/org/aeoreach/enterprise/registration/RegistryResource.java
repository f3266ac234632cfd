package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The facts of enterprises over REST: entering, reading, changing, renaming, transferring. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RegistryResource {

    @Inject
    private Facts facts;

    @Inject
    private EnterEnterprise entering;

    @Inject
    private ChangeParticulars changing;

    @Inject
    private RenameEnterprise renaming;

    @Inject
    private TransferEnterprise transferring;

    @Inject
    private Whereabouts whereabouts;

    /** Enters an enterprise; at least one of its two codes is needed. */
    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.CODE, body = 16384, audited = true)
    @APIResponseSchema(value = FactsView.class, responseCode = "201")
    public Response enter(@NotNull @Valid NewEnterprise wanted) {
        FactsView made = entering.enter(wanted);
        return Versions.created("/api/v1/enterprises/" + made.id() + "/facts", made, made.version());
    }

    /** Whether a code is registered: NOWHERE, HERE with its id, or ELSEWHERE without any. */
    @POST
    @Path("registered")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.CODE, body = 4096, audited = true)
    public Whereabouts.Answer registered(@NotNull @Valid Whereabouts.Wanted wanted) {
        return whereabouts.look(wanted);
    }

    @GET
    @Path("{id: [0-9]{1,18}}/facts")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(FactsView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(facts.standing(id));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/former")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public FactsView.History history(@PathParam("id") long id) {
        facts.standing(id);
        return facts.history(id);
    }

    @PUT
    @Path("{id: [0-9]{1,18}}/facts")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Particulars wanted) {
        return tagged(changing.change(id, Versions.required(ifMatch), wanted));
    }

    /** Gives a new name from a day on; the old one is kept with its dates. */
    @PUT
    @Path("{id: [0-9]{1,18}}/name")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(FactsView.class)
    public Response rename(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid RenameEnterprise.Renaming wanted) {
        return tagged(renaming.rename(id, Versions.required(ifMatch), wanted));
    }

    /** Hands it over to another unit; 204, since it may be out of reach afterwards. */
    @POST
    @Path("{id: [0-9]{1,18}}/transfer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void transfer(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TransferEnterprise.Transfer wanted) {
        transferring.transfer(id, Versions.required(ifMatch), wanted);
    }

    private static Response tagged(FactsView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
