package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Questions written down by officers, over REST. */
@Path("/api/v1/enquiries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LogResource {

    @Inject
    private Logging logging;

    @Inject
    private Enquiries enquiries;

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = EnquiryView.class, responseCode = "201")
    public Response log(@NotNull @Valid Logging.Logged logged) {
        EnquiryView made =
                enquiries.get(logging.log(logged, Attachments.Batch.none()).id());
        return Versions.created("/desk/enquiries/" + made.id(), made, made.version());
    }
}
