package org.aeoreach.enterprise.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.Bound;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.registration.TransferEnterprise;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.transfer.TransferRequestView.Status;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
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
    private EnterpriseMail mail;

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
     * @throws Problem 404 when it is not the viewer's to decide, 409 when it is no longer open, 412 when it changed
     */
    @Transactional
    public TransferRequestView accept(long id, long version, Acceptance acceptance) {
        TransferRequestView request = open(id, version);
        long enterprise = given(request);
        Optional<Addressee> asker = asker(id);
        end(id, Status.ACCEPTED, null);
        record("enterprise.accept-transfer", request, enterprise, null);
        transfers.transfer(
                enterprise,
                facts.locked(enterprise).version(),
                new TransferEnterprise.Transfer(request.unitId(), acceptance.from(), request.reason()));
        asker.ifPresent(person -> tell("transfer-accepted", person, request, Map.entry("reason", request.reason())));
        return request;
    }

    /** Refuses it. The exceptions are those of {@link #accept}. */
    @Transactional
    public TransferRequestView refuse(long id, long version, Refusal refusal) {
        TransferRequestView request = open(id, version);
        long enterprise = given(request);
        Optional<Addressee> asker = asker(id);
        end(id, Status.REFUSED, refusal.answer());
        record("enterprise.refuse-transfer", request, enterprise, refusal.answer());
        asker.ifPresent(person -> tell("transfer-refused", person, request, Map.entry("answer", refusal.answer())));
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

    /** Both sides have it on record, each in its own range. */
    private void record(String action, TransferRequestView request, long enterprise, @Nullable String answer) {
        Changes changes = Changes.none().with("code", request.code()).with("answer", answer);
        audit.record(
                action,
                new AuditTrail.Subject(
                        "transfer_request",
                        request.id(),
                        units.get(request.unitId()).orgPath()),
                changes);
        audit.record(
                action,
                new AuditTrail.Subject(
                        "enterprise",
                        enterprise,
                        facts.get(enterprise).enterprise().orgPath()),
                Changes.none().with("request", request.id()).with("answer", answer));
    }

    private Optional<Addressee> asker(long id) {
        return Rows.one(
                        bound.query("select name_zh, name_en, mail, language from transfer_request_asker(?)", id),
                        row -> row)
                .filter(row -> row.textOrNull(2) != null)
                .map(row -> new Addressee(
                        row.text(0), row.textOrNull(1), row.text(2), Objects.requireNonNull(Language.of(row.text(3)))));
    }

    private void tell(String template, Addressee person, TransferRequestView request, Map.Entry<String, String> last) {
        mail.send(
                template,
                person,
                units.get(request.unitId()).orgPath(),
                language -> Map.of(
                        "code",
                        request.code(),
                        "to",
                        language.pick(request.unitZh(), request.unitEn()),
                        last.getKey(),
                        last.getValue()));
    }
}
