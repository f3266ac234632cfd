package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Certificates of a session, over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CertificatesResource {

    @Inject
    private Certificates certificates;

    /** Those of a session, revoked ones too. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<CertificateView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return certificates.of(id, paging.afterId(0), paging.limit());
    }
}
