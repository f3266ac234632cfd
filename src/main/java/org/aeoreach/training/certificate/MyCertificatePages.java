package org.aeoreach.training.certificate;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Certificates of the people of an enterprise, for who acts for it. */
@Path("/portal/my/trainings/certificates")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyCertificatePages {

    private static final String HOME = "/portal/my/trainings/certificates";

    @Inject
    private Certificates certificates;

    @Inject
    private CertificatePages desk;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER)
    public JteModel list(@BeanParam Paging paging) {
        return new StaticTemplates()
                .trainingCertificateMine(
                        pages.titled("certificate.mine"),
                        certificates.mine(paging.afterId(Long.MAX_VALUE), paging.limit()));
    }

    @GET
    @Path("{certificate: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel one(@PathParam("certificate") long id) {
        return desk.printed(new Slice<>(List.of(certificates.get(id)), null), HOME);
    }
}
