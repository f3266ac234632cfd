package org.aeoreach.enterprise.partner;

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
import java.net.URI;
import org.aeoreach.enterprise.contact.ContactPersonView;
import org.aeoreach.enterprise.contact.ContactPersons;
import org.aeoreach.enterprise.contact.ContactPersons.Owner;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Partner organisations and their people over REST. */
@Path("/api/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PartnersResource {

    @Inject
    private Partners partners;

    @Inject
    private ContactPersons persons;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<PartnerView> list(@BeanParam Paging paging) {
        return partners.list(paging.afterId(0), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = PartnerView.class, responseCode = "201")
    public Response add(@NotNull @Valid Partners.Partner partner) {
        PartnerView made = partners.add(partner);
        return Versions.created("/api/v1/partners/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    @APIResponseSchema(PartnerView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(partners.get(id));
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PartnerView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Partners.Partner partner) {
        return tagged(partners.change(id, Versions.required(ifMatch), partner));
    }

    /** There is no contact any more; the record stays. */
    @POST
    @Path("{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PartnerView.class)
    public Response end(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(partners.end(id, Versions.required(ifMatch)));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/people")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<ContactPersonView> people(@PathParam("id") long id, @BeanParam Paging paging) {
        partners.ownOne(id);
        return persons.page(Owner.partner(id), paging.afterId(0), paging.limit());
    }

    @POST
    @Path("{id: [0-9]{1,18}}/people")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(value = ContactPersonView.class, responseCode = "201")
    public Response addPerson(@PathParam("id") long id, @NotNull @Valid ContactPersons.Person person) {
        ContactPersonView made = persons.add(Owner.partner(id), person);
        return Response.created(URI.create("/api/v1/contacts/" + made.id()))
                .entity(made)
                .build();
    }

    private static Response tagged(PartnerView partner) {
        return Response.ok(partner).tag(Versions.tag(partner.version())).build();
    }
}
