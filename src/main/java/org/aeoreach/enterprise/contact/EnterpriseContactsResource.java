package org.aeoreach.enterprise.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.enterprise.contact.ContactPersons.Owner;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Contact persons of an enterprise over REST. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EnterpriseContactsResource {

    @Inject
    private ContactPersons persons;

    @Inject
    private Facts facts;

    @GET
    @Path("{id: [0-9]{1,18}}/people")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<ContactPersonView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        facts.standing(id);
        return persons.page(Owner.enterprise(id), paging.afterId(0), paging.limit());
    }

    @POST
    @Path("{id: [0-9]{1,18}}/people")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(value = ContactPersonView.class, responseCode = "201")
    public Response add(@PathParam("id") long id, @NotNull @Valid ContactPersons.Person person) {
        return ContactsResource.created(persons.add(Owner.enterprise(id), person));
    }
}
