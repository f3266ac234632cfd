package org.aeoreach.organization.people;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The people of the viewer's unit and below, over REST. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PeopleResource {

    @Inject
    private People people;

    @Inject
    private Roles roles;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<PersonView> list(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("unit") @Nullable Long unit,
            @BeanParam Paging paging) {
        return people.list(text.strip(), unit, paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(PersonView.class)
    public Response get(@PathParam("id") long id) {
        PersonView person = people.get(id);
        return Response.ok(person).tag(Versions.tag(person.version())).build();
    }

    @POST
    @Path("{id: [0-9]{1,18}}/roles")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    @APIResponseSchema(value = PersonView.class, responseCode = "201")
    public Response grant(@PathParam("id") long id, @NotNull @Valid Roles.Grant grant) {
        return Response.status(201).entity(roles.grant(id, grant)).build();
    }

    /** Ends a role; it stays in the person's history. */
    @DELETE
    @Path("roles/{assignment: [0-9]{1,18}}")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public void endRole(@PathParam("assignment") long assignment) {
        roles.end(assignment);
    }
}
