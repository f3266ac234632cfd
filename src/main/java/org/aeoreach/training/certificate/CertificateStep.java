package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.training.after.AfterStep;
import org.aeoreach.training.after.Guest;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.TicketStep;

/** Leads who attended, and his enterprise, to his certificate once there is one. */
@ApplicationScoped
class CertificateStep implements AfterStep, RegistrationStep {

    @Inject
    private Certificates certificates;

    @Override
    public List<TicketStep.Step> steps(Guest guest, AttendeeKey key) {
        return guest.came()
                        && certificates.of(key).filter(CertificateView::valid).isPresent()
                ? List.of(new TicketStep.Step("certificate.step", "certificate", false))
                : List.of();
    }

    @Override
    public List<TicketStep.Step> steps(RegistrationView registration) {
        return certificates.of(registration).filter(CertificateView::valid).isPresent()
                ? List.of(new TicketStep.Step("certificate.step", "certificate", false))
                : List.of();
    }
}
