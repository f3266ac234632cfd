package org.aeoreach.importing;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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

/**
 * Imports of one kind over REST, step by step as on the pages. A kind adds its path, how large a file may be, and what
 * undoing leaves; and it says the media types again, since the server asks the class with the path for them.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class ImportApi {

    /** One import, below the path of its kind. */
    protected static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private Imports imports;

    @Inject
    private TryImport trial;

    @Inject
    private RejectedFile rejected;

    @Inject
    private Uploads uploads;

    /** What is imported. */
    protected abstract ImportKind kind();

    /** Where its imports are, from the root. */
    protected abstract String path();

    /** The newest first. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<ImportView> list(@BeanParam Paging paging) {
        return imports.list(kind(), paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** Takes a file in, by its name; 201 with what its columns are likely to hold. @param source where it comes from */
    protected Response received(InputStream content, String name, String source) throws IOException {
        try (Received file = uploads.content(content, name, kind().use())) {
            ImportView view = imports.receive(kind(), file, new Imports.Source(source));
            return Response.created(URI.create(path() + "/" + view.id()))
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
        return tagged(imports.get(kind(), id));
    }

    /** Says what each column holds, and what the import may do: one of the modes of its kind. */
    @PUT
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ImportView.class)
    public Response columns(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Imports.Columns columns) {
        return tagged(imports.columns(kind(), id, Versions.required(ifMatch), columns));
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
        return tagged(imports.sheet(kind(), id, Versions.required(ifMatch), sheet));
    }

    /** What would become of the first rows. */
    @GET
    @Path(ONE + "/preview")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Preview preview(@PathParam("id") long id) {
        return trial.preview(kind(), id);
    }

    /** Starts it; 202 with the job. */
    @POST
    @Path(ONE + "/start")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response start(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return accepted(imports.start(kind(), id, Versions.required(ifMatch)));
    }

    /** The refused rows, in the order of the file. */
    @GET
    @Path(ONE + "/rejected")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<RejectedRow> rejected(@PathParam("id") long id, @BeanParam Paging paging) {
        return imports.rejected(kind(), id, paging.afterId(0), paging.limit());
    }

    /** The refused rows as they stood in the file, with the reasons, as CSV. */
    @GET
    @Path(ONE + "/rejected/file")
    @Produces(ExportFile.CSV)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT, audited = true)
    public Response rejectedFile(@PathParam("id") long id) {
        return rejected.of(kind(), id);
    }

    /** Starts to undo it; 202 with the job. */
    @POST
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response undo(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return accepted(imports.undo(kind(), id, Versions.required(ifMatch)));
    }

    private static Response tagged(ImportView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }

    private static Response accepted(ImportView view) {
        return Response.accepted(view).tag(Versions.tag(view.version())).build();
    }
}
