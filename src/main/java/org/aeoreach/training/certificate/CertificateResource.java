package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;

/** A certificate of attendance, over REST. */
@Path("/api/v1/training-certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CertificateResource {

    @Inject
    private Certificates certificates;

    @GET
    @Path("{certificate: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public CertificateView get(@PathParam("certificate") long id) {
        return certificates.get(id);
    }
}
