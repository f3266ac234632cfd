package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.EnterpriseView;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Versions;

/**
 * Hands an enterprise over to another unit, with everything that hangs on it. The old unit does not see it afterwards:
 * both sides and the enterprise are told by mail, and each has an audit entry.
 */
@ApplicationScoped
public class TransferEnterprise {

    private static final String TO_ITS_PEOPLE = "enterprise-transferred";

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private UnitDirectory units;

    @Inject
    private EnterpriseMail mail;

    @Inject
    @Any
    private Instance<BeforeTransfer> others;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * A transfer.
     *
     * @param unitId any open unit
     * @param from first day of the registration with it, at the latest today
     * @param reason the new unit and the enterprise read it
     */
    public record Transfer(
            @NotNull Long unitId,
            @NotNull LocalDate from,
            @NotBlank @Size(max = 300) String reason) {}

    /**
     * @return the enterprise as it was, since the viewer may not see it any more
     * @throws Problem 412 when somebody changed it since that version, 400 at the field at fault
     */
    @Transactional
    public FactsView transfer(long id, long version, Transfer transfer) {
        FactsView before = facts.locked(id);
        Versions.check(version, before.version());
        UnitView to = target(before, transfer);
        // Read while they still lie within the viewer's range.
        List<Addressee> responsible = mail.responsible(before.enterprise());
        List<Addressee> officers = officers(before, to);
        others.forEach(other -> other.moving(id, to.orgPath()));
        bound.query("select transfer_enterprise(?, ?, ?, ?)", id, to.id(), transfer.from(), transfer.reason())
                .getSingleResult();
        Changes changes = Changes.none()
                .with("unit", code(before.enterprise()), to.code())
                .with("validFrom", transfer.from())
                .with("reason", transfer.reason());
        for (String path : List.of(before.enterprise().orgPath(), to.orgPath())) {
            audit.record("enterprise.transfer", new AuditTrail.Subject("enterprise", id, path), changes);
        }
        responsible.forEach(person -> tell(TO_ITS_PEOPLE, person, before.enterprise(), to, transfer));
        officers.forEach(person -> tell("enterprise-transferred-officer", person, before.enterprise(), to, transfer));
        return before;
    }

    /** The path of the unit a transfer leads to. */
    @Transactional
    public String path(Transfer transfer) {
        return units.get(transfer.unitId()).orgPath();
    }

    private static String day(LocalDate day) {
        return EnterpriseMail.day(day, RequestContext.current().language());
    }

    private UnitView target(FactsView before, Transfer transfer) {
        UnitView to =
                units.find(transfer.unitId()).orElseThrow(() -> Problem.invalid("unitId", "component.invalid.unit"));
        if (to.closedOn() != null) {
            throw Problem.invalid("unitId", "enterprise.invalid.closed-unit", day(to.closedOn()));
        }
        if (to.id() == before.enterprise().unitId()) {
            throw Problem.invalid("unitId", "enterprise.invalid.same-unit");
        }
        if (transfer.from().isAfter(Time.today(clock))) {
            throw Problem.invalid("from", "enterprise.invalid.in-future");
        }
        if (before.registeredSince() != null && !transfer.from().isAfter(before.registeredSince())) {
            throw Problem.invalid("from", "enterprise.invalid.not-after", day(before.registeredSince()));
        }
        return to;
    }

    private String code(EnterpriseView enterprise) {
        return units.get(enterprise.unitId()).code();
    }

    private List<Addressee> officers(FactsView before, UnitView to) {
        return Rows.list(
                bound.query(
                        "select name_zh, name_en, mail, language from transfer_officers(?, ?, ?)",
                        before.id(),
                        to.id(),
                        Time.today(clock)),
                row -> new Addressee(
                        row.text(0), row.textOrNull(1), row.text(2), Objects.requireNonNull(Language.of(row.text(3)))));
    }

    private void tell(String template, Addressee person, EnterpriseView enterprise, UnitView to, Transfer transfer) {
        // Officers are none of its people.
        Long about = template.equals(TO_ITS_PEOPLE) ? enterprise.id() : null;
        mail.send(
                template,
                person,
                new EnterpriseMail.About(about, to.orgPath()),
                language -> Map.of(
                        "enterprise", language.pick(enterprise.nameZh(), enterprise.nameEn()),
                        "from", language.pick(enterprise.unitZh(), enterprise.unitEn()),
                        "to", language.pick(to.nameZh(), to.nameEn()),
                        "day", EnterpriseMail.day(transfer.from(), language),
                        "reason", transfer.reason()));
    }
}
