package org.aeoreach.outreach.importing;

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
import org.aeoreach.importing.ImportView;
import org.aeoreach.importing.Imports;
import org.aeoreach.importing.Preview;
import org.aeoreach.importing.RejectedFile;
import org.aeoreach.importing.RejectedRow;
import org.aeoreach.importing.TryImport;
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

/** Imports of past contacts over REST, step by step as on the pages. */
@Path("/api/v1/touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ContactImportsResource {

    private static final String ONE = "imports/{id: [0-9]{1,18}}";

    @Inject
    private ContactImports kind;

    @Inject
    private Imports imports;

    @Inject
    private KeptContacts kept;

    @Inject
    private TryImport trial;

    @Inject
    private RejectedFile rejected;

    @Inject
    private Uploads uploads;

    /** The newest first. */
    @GET
    @Path("imports")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<ImportView> list(@BeanParam Paging paging) {
        return imports.list(kind, paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** Takes a file in, CSV or XLSX; 201 with what its columns are likely to hold. Nothing is imported yet. */
    @POST
    @Path("imports")
    @Consumes({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.SEARCH, body = ContactImports.LARGEST, audited = true)
    @APIResponseSchema(value = ImportView.class, responseCode = "201")
    public Response receive(
            @QueryParam("source") @DefaultValue("API") String source,
            @QueryParam("name") @DefaultValue("import") String name,
            InputStream content)
            throws IOException {
        try (Received file = uploads.content(content, name, kind.use())) {
            ImportView view = imports.receive(kind, file, new Imports.Source(source));
            return Response.created(URI.create("/api/v1/touchpoints/imports/" + view.id()))
                    .tag(Versions.tag(view.version()))
                    .entity(view)
                    .build();
        }
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(ImportView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(imports.get(kind, id));
    }

    /** Says what each column holds, and whether contacts that are there already are refused (NEW) or written once more (ALL). */
    @PUT
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ImportView.class)
    public Response columns(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Imports.Columns columns) {
        return tagged(imports.columns(kind, id, Versions.required(ifMatch), columns));
    }

    /** Reads another sheet of the workbook. */
    @PUT
    @Path(ONE + "/sheet")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ImportView.class)
    public Response sheet(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Imports.Sheet sheet) {
        return tagged(imports.sheet(kind, id, Versions.required(ifMatch), sheet));
    }

    /** What would become of the first rows. */
    @GET
    @Path(ONE + "/preview")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Preview preview(@PathParam("id") long id) {
        return trial.preview(kind, id);
    }

    /** Starts it; 202 with the job. */
    @POST
    @Path(ONE + "/start")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response start(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return accepted(imports.start(kind, id, Versions.required(ifMatch)));
    }

    /** The refused rows, in the order of the file. */
    @GET
    @Path(ONE + "/rejected")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<RejectedRow> rejected(@PathParam("id") long id, @BeanParam Paging paging) {
        return imports.rejected(kind, id, paging.afterId(0), paging.limit());
    }

    /** The refused rows as they stood in the file, with the reasons, as CSV. */
    @GET
    @Path(ONE + "/rejected/file")
    @Produces(ExportFile.CSV)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT, audited = true)
    public Response rejectedFile(@PathParam("id") long id) {
        return rejected.of(kind, id);
    }

    /** Starts to undo it; 202 with the job. */
    @POST
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response undo(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return accepted(imports.undo(kind, id, Versions.required(ifMatch)));
    }

    /** The contacts that undoing it left as they are, since somebody corrected or used them meanwhile. */
    @GET
    @Path(ONE + "/kept")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<KeptContact> kept(@PathParam("id") long id, @BeanParam Paging paging) {
        return kept.after(id, paging.afterId(0), paging.limit());
    }

    private static Response tagged(ImportView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }

    private static Response accepted(ImportView view) {
        return Response.accepted(view).tag(Versions.tag(view.version())).build();
    }
}
