package org.aeoreach.library.take;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;

/** Documents of another system over REST, a JSON object in each line. */
@Path("/api/v1/documents:import")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ImportResource {

    /** Media type of lines of JSON. */
    public static final String NDJSON = "application/x-ndjson";

    @Inject
    private DocumentImport imports;

    @POST
    @Consumes(NDJSON)
    @Access(
            roles = {Role.GACC_OFFICER, Role.SYSTEM_ADMINISTRATOR},
            body = 512 << 20,
            audited = true)
    public ImportReport take(InputStream lines) throws IOException {
        return imports.run(lines);
    }
}
