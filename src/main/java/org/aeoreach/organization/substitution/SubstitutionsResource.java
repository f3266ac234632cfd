package org.aeoreach.organization.substitution;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who stands in for whom, over REST. */
@Path("/api/v1/substitutions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SubstitutionsResource {

    @Inject
    private Substitutions substitutions;

    @GET
    @Access(value = Access.Who.OFFICERS)
    public Slice<SubstitutionView> list(@QueryParam("person") @Nullable Long person, @BeanParam Paging paging) {
        return substitutions.list(person, paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = SubstitutionView.class, responseCode = "201")
    public Response arrange(@NotNull @Valid Substitutions.Arrangement arrangement) {
        SubstitutionView made = substitutions.arrange(arrangement);
        return Response.created(URI.create("/api/v1/substitutions/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public SubstitutionView get(@PathParam("id") long id) {
        return substitutions.get(id);
    }

    /** Ends the substitution at once; it stays in the list. */
    @DELETE
    @Path("{id: [0-9]{1,18}}")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public SubstitutionView revoke(@PathParam("id") long id) {
        return substitutions.revoke(id);
    }
}
