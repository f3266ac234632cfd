package org.aeoreach.enterprise.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Tells who asked what became of his request, and puts it on record with both sides. */
@ApplicationScoped
class TransferRequestLetters {

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private UnitDirectory units;

    @Inject
    private EnterpriseMail mail;

    @Inject
    private AuditTrail audit;

    /** Who asked, unless he cannot be written to; read while the enterprise lies within the viewer's range. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Addressee> asker(long id) {
        return Rows.one(
                        bound.query("select name_zh, name_en, mail, language from transfer_request_asker(?)", id),
                        row -> row)
                .filter(row -> row.textOrNull(2) != null)
                .map(row -> new Addressee(
                        row.text(0), row.textOrNull(1), row.text(2), Objects.requireNonNull(Language.of(row.text(3)))));
    }

    /** Both sides have it on record, each in its own range. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, TransferRequestView request, long enterprise, @Nullable String answer) {
        audit.record(
                action,
                new AuditTrail.Subject("transfer_request", request.id(), path(request)),
                Changes.none().with("code", request.code()).with("answer", answer));
        audit.record(
                action,
                new AuditTrail.Subject(
                        "enterprise",
                        enterprise,
                        facts.get(enterprise).enterprise().orgPath()),
                Changes.none().with("request", request.id()).with("answer", answer));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void accepted(Addressee person, TransferRequestView request) {
        tell("transfer-accepted", person, request, Map.of("reason", request.reason()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void refused(Addressee person, TransferRequestView request, String answer) {
        tell("transfer-refused", person, request, Map.of("answer", answer));
    }

    /** Another request for what the enterprise was merged into is open. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void merged(Addressee person, TransferRequestView request) {
        tell("transfer-merged", person, request, Map.of());
    }

    /** The merger that had closed it was taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopened(Addressee person, TransferRequestView request) {
        tell("transfer-reopened", person, request, Map.of());
    }

    private void tell(String template, Addressee person, TransferRequestView request, Map<String, String> more) {
        mail.send(template, person, EnterpriseMail.About.unit(path(request)), language -> {
            Map<String, String> words = new HashMap<>(more);
            words.put("code", request.code());
            words.put("to", language.pick(request.unitZh(), request.unitEn()));
            return words;
        });
    }

    private String path(TransferRequestView request) {
        return units.get(request.unitId()).orgPath();
    }
}
