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
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Certificates of the people of an enterprise, over REST. */
@Path("/api/v1/portal/training-certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyCertificatesResource {

    @Inject
    private Certificates certificates;

    /** The newest first. */
    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER)
    public Slice<CertificateView> mine(@BeanParam Paging paging) {
        return certificates.mine(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path("{certificate: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public CertificateView one(@PathParam("certificate") long id) {
        return certificates.get(id);
    }
}
