package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.training.after.AfterStep;
import org.aeoreach.training.after.Guest;
import org.aeoreach.training.registration.TicketStep;

/** Leads who attended to his certificate, once there is one. */
@ApplicationScoped
class CertificateStep implements AfterStep {

    @Inject
    private Certificates certificates;

    @Override
    public List<TicketStep.Step> steps(Guest guest, LinkToken token) {
        return guest.came()
                        && certificates.of(token).filter(CertificateView::valid).isPresent()
                ? List.of(new TicketStep.Step("certificate.step", "certificate", false))
                : List.of();
    }
}
