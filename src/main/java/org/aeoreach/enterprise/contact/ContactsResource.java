package org.aeoreach.enterprise.contact;

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
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** One contact person over REST. */
@Path("/api/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ContactsResource {

    @Inject
    private ContactPersons persons;

    /** The words persons agree to today. */
    @GET
    @Path("wording")
    @Access(Access.Who.OFFICERS)
    public ContactPersons.Wording wording() {
        return persons.wording();
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(ContactPersonView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(persons.get(id));
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ContactPersonView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ContactPersons.Person person) {
        return tagged(persons.change(id, Versions.required(ifMatch), person));
    }

    /** He is no contact any more; the record stays. */
    @POST
    @Path("{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ContactPersonView.class)
    public Response end(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ContactPersons.Ending ending) {
        return tagged(persons.end(id, Versions.required(ifMatch), ending));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ContactPersonView.class)
    public Response withdraw(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ContactPersons.Withdrawal withdrawal) {
        return tagged(persons.withdraw(id, Versions.required(ifMatch), withdrawal));
    }

    static Response created(ContactPersonView person) {
        return Versions.created("/api/v1/contacts/" + person.id(), person, person.version());
    }

    private static Response tagged(ContactPersonView person) {
        return Response.ok(person).tag(Versions.tag(person.version())).build();
    }
}
