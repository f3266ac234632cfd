package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Certificates of attendance over REST. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CertificatesResource {

    @Inject
    private Certificates certificates;

    /** Those of a session, revoked ones too. */
    @GET
    @Path("trainings/{id: [0-9]{1,18}}/certificates")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<CertificateView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return certificates.of(id, paging.afterId(0), paging.limit());
    }

    @GET
    @Path("training-certificates/{certificate: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public CertificateView get(@PathParam("certificate") long id) {
        return certificates.get(id);
    }

    /** Those of the people of the enterprise, the newest first. */
    @GET
    @Path("portal/training-certificates")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER)
    public Slice<CertificateView> mine(@BeanParam Paging paging) {
        return certificates.mine(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path("portal/training-certificates/{certificate: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public CertificateView one(@PathParam("certificate") long id) {
        return certificates.get(id);
    }

    /** Whether a number is that of a certificate; with its code, whose it is. */
    @GET
    @Path("portal/certificates/{number: " + Certificates.NUMBER + "}")
    @Access(value = Access.Who.ANYONE, limit = Limit.CODE)
    public VerifiedView verify(@PathParam("number") String number, @QueryParam("code") @Nullable String code) {
        return certificates.verified(number, code).orElseThrow(Problem::notFound);
    }
}
