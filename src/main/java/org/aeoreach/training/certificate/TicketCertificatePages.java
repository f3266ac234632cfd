package org.aeoreach.training.certificate;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.training.after.AfterPages;
import org.aeoreach.training.after.Guests;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.web.Access;
import org.aeoreach.web.Slice;

/** The certificate of who follows a secret link. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TicketCertificatePages {

    @Inject
    private Certificates certificates;

    @Inject
    private CertificatePages desk;

    @Inject
    private Guests guests;

    @GET
    @Path("certificate")
    @Access(Access.Who.ANYONE)
    public JteModel certificate(@PathParam("token") String token) {
        AttendeeKey key = guests.open(token).key();
        CertificateView found =
                certificates.of(key).orElseThrow(() -> new Problem(404, "certificate.problem.none-yet"));
        return desk.printed(new Slice<>(List.of(found), null), key.back());
    }
}
