package org.aeoreach.enterprise.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.registration.TransferEnterprise;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.enterprise.transfer.TransferRequestView.Status;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Ends a request: the unit of registration accepts or refuses it, the asking unit takes it back. */
@ApplicationScoped
public class AnswerTransferRequest {

    @Inject
    private Bound bound;

    @Inject
    private TransferRequests requests;

    @Inject
    private TransferEnterprise transfers;

    @Inject
    private Facts facts;

    @Inject
    private UnitDirectory units;

    @Inject
    private TransferRequestLetters letters;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param from first day of the registration with the new unit, at the latest today */
    public record Acceptance(@NotNull LocalDate from) {}

    /** @param answer the asking unit reads it */
    public record Refusal(@NotBlank @Size(max = 300) String answer) {}

    /**
     * Transfers the enterprise as asked.
     *
     * @return the request as it was: the enterprise may be out of the viewer's range now
     * @throws Problem 404 when it is not the viewer's to decide, 409 when it is no longer open or its unit is closed, 412
     *     when it changed
     */
    @Transactional
    public TransferRequestView accept(long id, long version, Acceptance acceptance) {
        // The enterprise before the request, as every transfer locks them.
        long enterprise = given(requests.get(id));
        FactsView held = facts.locked(enterprise);
        TransferRequestView request = open(id, version);
        if (given(request) != enterprise) {
            throw Problem.stale();
        }
        requireOpenUnit(request);
        Optional<Addressee> asker = letters.asker(id);
        end(id, Status.ACCEPTED, null);
        letters.record("enterprise.accept-transfer", request, enterprise, null);
        transfers.transfer(
                enterprise,
                held.version(),
                new TransferEnterprise.Transfer(request.unitId(), acceptance.from(), request.reason()));
        asker.ifPresent(person -> letters.accepted(person, request));
        return request;
    }

    private void requireOpenUnit(TransferRequestView request) {
        if (units.get(request.unitId()).closedOn() != null) {
            throw new Problem(409, "transfer.problem.unit-closed", new Bilingual(request.unitZh(), request.unitEn()));
        }
    }

    /** Refuses it. The exceptions are those of {@link #accept}. */
    @Transactional
    public TransferRequestView refuse(long id, long version, Refusal refusal) {
        TransferRequestView request = open(id, version);
        long enterprise = given(request);
        Optional<Addressee> asker = letters.asker(id);
        end(id, Status.REFUSED, refusal.answer());
        letters.record("enterprise.refuse-transfer", request, enterprise, refusal.answer());
        asker.ifPresent(person -> letters.refused(person, request, refusal.answer()));
        return requests.get(id);
    }

    /** Takes it back. @throws Problem 404 when it is not the viewer's, 409 when it is no longer open, 412 when it changed */
    @Transactional
    public TransferRequestView withdraw(long id, long version) {
        TransferRequestView request = open(id, version);
        if (!request.side().asked()) {
            throw Problem.notFound();
        }
        end(id, Status.WITHDRAWN, null);
        audit.record(
                "enterprise.withdraw-transfer",
                new AuditTrail.Subject(
                        "transfer_request", id, units.get(request.unitId()).orgPath()),
                Changes.none().with("status", Status.OPEN, Status.WITHDRAWN));
        return requests.get(id);
    }

    private TransferRequestView open(long id, long version) {
        if (bound.query("select 1 from transfer_request where id = ? for update", id)
                .getResultList()
                .isEmpty()) {
            throw Problem.notFound();
        }
        TransferRequestView request = requests.get(id);
        if (!request.open()) {
            throw new Problem(409, "transfer.problem.decided");
        }
        Versions.check(version, request.version());
        return request;
    }

    private static long given(TransferRequestView request) {
        if (!request.side().gives()) {
            throw Problem.notFound();
        }
        return Objects.requireNonNull(request.enterpriseId());
    }

    private void end(long id, Status status, @Nullable String answer) {
        bound.query(
                        "update transfer_request set status = ?, answer = ?, decided_at = cast(? as timestamptz),"
                                + " version = version + 1 where id = ?",
                        status,
                        answer,
                        clock.instant().toString(),
                        id)
                .executeUpdate();
    }
}
