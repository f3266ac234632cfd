package org.aeoreach.enquiry.template;

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

/** Templates of answers over REST. */
@Path("/api/v1/enquiry-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TemplatesResource {

    private static final String PATH = "/api/v1/enquiry-templates/";
    private static final int TEXT = 131_072;

    @Inject
    private Templates templates;

    /** Those of the caller's unit, of units above and below it, out of use or not. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<TemplateView> list(@BeanParam Paging paging) {
        return templates.list(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    @APIResponseSchema(TemplateView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(id);
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Response add(@NotNull @Valid NewTemplate wanted) {
        TemplateView made = templates.get(templates.add(wanted));
        return Versions.created(PATH + made.id(), made, made.version());
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    @APIResponseSchema(TemplateView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewTemplate wanted) {
        templates.change(id, Versions.required(ifMatch), wanted);
        return tagged(id);
    }

    /** Takes it out of use. */
    @POST
    @Path("{id: [0-9]{1,18}}/archiving")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TemplateView.class)
    public Response archive(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        templates.archive(id, Versions.required(ifMatch), true);
        return tagged(id);
    }

    /** Takes it into use again. */
    @POST
    @Path("{id: [0-9]{1,18}}/restoring")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TemplateView.class)
    public Response restore(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        templates.archive(id, Versions.required(ifMatch), false);
        return tagged(id);
    }

    private Response tagged(long id) {
        TemplateView template = templates.get(id);
        return Response.ok(template).tag(Versions.tag(template.version())).build();
    }
}
