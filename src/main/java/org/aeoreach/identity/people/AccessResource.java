package org.aeoreach.identity.people;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

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
import org.aeoreach.web.Access;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Inviting people and managing how they get in, over REST. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AccessResource {

    private static final String PERSON = "{id: [0-9]{1,18}}/";

    @Inject
    private Invitations invitations;

    @Inject
    private PersonAccess access;

    @POST
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            audited = true)
    @APIResponseSchema(value = PersonAccess.State.class, responseCode = "201")
    public Response invite(@NotNull @Valid Invitations.Officer officer) {
        long id = invitations.officer(officer);
        return Response.status(201)
                .location(URI.create("/api/v1/people/" + id))
                .entity(access.state(id))
                .build();
    }

    @GET
    @Path(PERSON + "access")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE)
    public PersonAccess.State get(@PathParam("id") long id) {
        return access.state(id);
    }

    @POST
    @Path(PERSON + "invitation")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public void inviteAgain(@PathParam("id") long id) {
        access.invite(id);
    }

    @DELETE
    @Path(PERSON + "invitation")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public void withdraw(@PathParam("id") long id) {
        access.withdraw(id);
    }

    @PUT
    @Path(PERSON + "suspension")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public void suspend(@PathParam("id") long id) {
        access.suspend(id);
    }

    @DELETE
    @Path(PERSON + "suspension")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public void resume(@PathParam("id") long id) {
        access.resume(id);
    }

    @POST
    @Path(PERSON + "password-reset")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true,
            tokens = false)
    public void sendReset(@PathParam("id") long id) {
        access.sendReset(id);
    }

    @DELETE
    @Path(PERSON + "second-factor")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true,
            tokens = false)
    public void resetSecondFactor(@PathParam("id") long id) {
        access.resetSecondFactor(id);
    }

    @DELETE
    @Path(PERSON + "sessions")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public void signOut(@PathParam("id") long id) {
        access.signOut(id);
    }
}
