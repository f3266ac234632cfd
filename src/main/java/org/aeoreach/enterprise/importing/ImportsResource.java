package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.aeoreach.importing.ImportApi;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.ImportView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.list.export.ExportFile;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Imports of the registry over REST. */
@Path(ImportsResource.HERE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ImportsResource extends ImportApi {

    static final String HERE = "/api/v1/enterprises/imports";

    @Inject
    private RegistryImports kind;

    @Inject
    private KeptEnterprises kept;

    @Override
    protected ImportKind kind() {
        return kind;
    }

    @Override
    protected String path() {
        return HERE;
    }

    /** Takes a file in, CSV or XLSX; 201 with what its columns are likely to hold. Nothing is imported yet. */
    @POST
    @Consumes({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.SEARCH, body = RegistryImports.LARGEST, audited = true)
    @APIResponseSchema(value = ImportView.class, responseCode = "201")
    public Response receive(
            @QueryParam("source") @DefaultValue("API") String source,
            @QueryParam("name") @DefaultValue("import") String name,
            InputStream content)
            throws IOException {
        return received(content, name, source);
    }

    /** The enterprises that undoing it left as they are, since somebody changed or used them meanwhile. */
    @GET
    @Path(ONE + "/kept")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<KeptEnterprise> kept(@PathParam("id") long id, @BeanParam Paging paging) {
        return kept.after(id, paging.afterId(0), paging.limit());
    }
}
