package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.registration.RegistrationStatus;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.training.session.TrainingKind;
import org.aeoreach.training.session.TrainingReader;

/** Who observes: for officers of the organiser and above. */
@ApplicationScoped
public class Observers {

    private static final String OF =
            "select o.registration, o.number, o.name, o.mail, o.status, o.edition, o.accepted_at,"
                    + " o.first_at, o.last_at, o.entries, o.device from training_observers(?1) o";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Registrations registrations;

    @Inject
    private AuditTrail audit;

    /** @throws Problem 404 when it is no observation the viewer sees */
    @Transactional
    public List<Observer> of(long session) {
        if (trainings.get(session).kind() != TrainingKind.OBSERVATION) {
            throw Problem.notFound();
        }
        return Rows.list(bound.query(OF, session), Observers::observer);
    }

    /** From now on he can enter on another device. @throws Problem 404 when he is not the viewer's to let in */
    @Transactional
    public RegistrationView readmit(long registration) {
        RegistrationView seen = registrations.get(registration);
        String path = Rows.list(
                        bound.query(
                                "select p.path from training_readmit(?1) p (path) where p.path is not null",
                                registration),
                        row -> row.text(0))
                .stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
        audit.record(
                "training.readmit",
                new AuditTrail.Subject("training_registration", registration, path),
                Changes.none().with("number", seen.number()));
        return seen;
    }

    private static Observer observer(Rows.Row row) {
        Long edition = row.idOrNull(5);
        return new Observer(
                row.id(0),
                row.text(1),
                row.text(2),
                row.text(3),
                RegistrationStatus.valueOf(row.text(4)),
                edition == null ? null : edition.intValue(),
                row.instantOrNull(6),
                row.instantOrNull(7),
                row.instantOrNull(8),
                (int) row.id(9),
                row.flag(10));
    }
}
