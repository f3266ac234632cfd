package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.aeoreach.outreach.correction.Corrections;
import org.aeoreach.outreach.correction.VersionView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The ledger of contacts over REST. */
@Path("/api/v1/touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TouchpointsResource {

    @Inject
    private Touchpoints touchpoints;

    @Inject
    private ContactRows rows;

    @Inject
    private Corrections corrections;

    @Inject
    private Uploads uploads;

    /** Contacts that count, the newest first, one for each party. @param enterprise only with this one */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<ContactRow> list(@QueryParam("enterprise") @Nullable Long enterprise, @BeanParam Paging paging) {
        return rows.list(enterprise, paging.after(), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = TouchpointView.class, responseCode = "201")
    public Response record(@NotNull @Valid Contact contact) {
        TouchpointView made = touchpoints.record(contact, "api");
        return Versions.created("/api/v1/touchpoints/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(TouchpointView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(touchpoints.get(id));
    }

    /** What stood there before it was corrected. */
    @GET
    @Path("{id: [0-9]{1,18}}/versions")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<VersionView> versions(@PathParam("id") long id) {
        return corrections.versions(id);
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TouchpointView.class)
    public Response correct(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Corrections.Correction correction) {
        return tagged(corrections.correct(id, Versions.required(ifMatch), correction));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TouchpointView.class)
    public Response withdraw(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Corrections.Reason reason) {
        return tagged(corrections.withdraw(id, Versions.required(ifMatch), reason));
    }

    /**
     * Adds a file, at most 10 MiB: PDF, PNG, JPEG, XLSX or DOCX, known by its content.
     *
     * @param name under which it is kept
     */
    @POST
    @Path("{id: [0-9]{1,18}}/files")
    @Consumes({
        "application/pdf",
        "image/png",
        "image/jpeg",
        ExportFile.XLSX,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    })
    @Access(
            value = Access.Who.WORKING_OFFICERS,
            reach = Access.Reach.SUBTREE,
            body = TouchpointPages.LARGEST,
            audited = true)
    @APIResponseSchema(value = TouchpointView.class, responseCode = "201")
    public Response attach(
            @PathParam("id") long id, @QueryParam("name") @DefaultValue("file") String name, InputStream content)
            throws IOException {
        touchpoints.own(id);
        try (Received file = uploads.content(content, name, TouchpointPages.FILES)) {
            touchpoints.attach(id, file);
        }
        TouchpointView view = touchpoints.get(id);
        return Response.created(URI.create("/api/v1/touchpoints/" + id))
                .entity(view)
                .tag(Versions.tag(view.version()))
                .build();
    }

    private static Response tagged(TouchpointView touchpoint) {
        return Response.ok(touchpoint).tag(Versions.tag(touchpoint.version())).build();
    }
}
