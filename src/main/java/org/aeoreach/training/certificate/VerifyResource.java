package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.jspecify.annotations.Nullable;

/** Says of a number whether it is that of a certificate, over REST. */
@Path("/api/v1/portal/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class VerifyResource {

    @Inject
    private Certificates certificates;

    /** With its code, whose it is too. */
    @GET
    @Path("{number: " + Certificates.NUMBER + "}")
    @Access(value = Access.Who.ANYONE, limit = Limit.CODE)
    public VerifiedView verify(@PathParam("number") String number, @QueryParam("code") @Nullable String code) {
        return certificates.verified(number, code).orElseThrow(Problem::notFound);
    }
}
