package org.aeoreach.training.certificate;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Right;
import org.aeoreach.training.after.AfterPages;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;
import org.aeoreach.web.Slice;

/** The certificate of a registration, for the enterprise and for an officer who registered himself. */
@Path(AfterPages.OWN + "/certificate")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class RegistrationCertificatePages {

    @Inject
    private Registrations registrations;

    @Inject
    private Certificates certificates;

    @Inject
    private CertificatePages desk;

    @GET
    @Access(value = Access.Who.SIGNED_IN, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel certificate(@PathParam("registration") long id) {
        RegistrationView seen = registrations.ours(id);
        CertificateView found =
                certificates.of(seen).orElseThrow(() -> new Problem(404, "certificate.problem.none-yet"));
        return desk.printed(
                new Slice<>(List.of(found), null), AttendeeKey.of(seen).back());
    }
}
