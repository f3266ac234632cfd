package org.aeoreach.organization.importing;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.aeoreach.job.JobView;
import org.aeoreach.job.JobsResource;
import org.aeoreach.web.Access;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The import of customs houses over REST. */
@Path("/api/v1/units/import")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HouseImportResource {

    @Inject
    private ImportHouses houses;

    @Inject
    private Uploads uploads;

    /** Starts the import of a CSV file with the columns code, name_zh, name_en, opened_on, source; 202 with the job. */
    @POST
    @Consumes("text/csv")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = HouseFile.LARGEST,
            audited = true)
    @APIResponseSchema(value = JobView.class, responseCode = "202")
    public Response start(byte[] csv) throws IOException {
        try (Received file = uploads.content(csv, "import.csv", HouseFile.USE)) {
            return JobsResource.accepted(houses.start(file));
        }
    }
}
