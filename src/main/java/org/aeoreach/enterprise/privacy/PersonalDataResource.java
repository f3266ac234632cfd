package org.aeoreach.enterprise.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What is kept of contact persons, over REST. */
@Path("/api/v1/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PersonalDataResource {

    @Inject
    private People people;

    @Inject
    private Pages pages;

    /** One kind of data and its records, in the reader's language. */
    public record Kept(String section, List<PersonalDataSource.Entry> entries) {}

    /** A person and all that is kept of him. */
    public record Data(PersonView person, List<Kept> data) {}

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<PersonView> list(@BeanParam Paging paging) {
        return people.list(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT, audited = true)
    @APIResponseSchema(Data.class)
    public Response get(@PathParam("id") long id) {
        List<Kept> kept = people.handOut(id).stream()
                .map(section -> new Kept(pages.titled(section.title()).title(), section.entries()))
                .toList();
        PersonView person = people.get(id);
        return Response.ok(new Data(person, kept))
                .tag(Versions.tag(person.version()))
                .build();
    }

    /** Takes the person out for good; counts stay. */
    @POST
    @Path("{id: [0-9]{1,18}}/erasure")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PersonView.class)
    public Response erase(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid People.Erasure erasure) {
        PersonView erased = people.erase(id, Versions.required(ifMatch), erasure);
        return Response.ok(erased).tag(Versions.tag(erased.version())).build();
    }
}
