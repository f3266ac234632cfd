package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.CustomsCode;
import org.aeoreach.enterprise.Uscc;
import org.aeoreach.enterprise.duplicate.Candidate;
import org.aeoreach.enterprise.duplicate.Candidates;
import org.aeoreach.enterprise.duplicate.NearNameFound;
import org.aeoreach.enterprise.duplicate.Pairs;
import org.aeoreach.enterprise.grade.CreditRules;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Enters one enterprise by hand. */
@ApplicationScoped
public class EnterEnterprise {

    private static final String INSERT =
            "insert into enterprise (name_zh, name_en, uscc, customs_code, unit_id, org_path,"
                    + " registered_since, address_zh, address_en, sector, size_class, business_types, trading_partners, grade,"
                    + " grade_since, journey_step, journey_since, mail_on_file, phone_on_file)"
                    + " values (?, ?, ?, ?, ?, ?, cast(? as date), ?, ?, ?, ?, string_to_array(?, ','), string_to_array(?, ','),"
                    + " ?, cast(? as date), ?, cast(? as date), ?, ?) returning id";

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private Duplicates duplicates;

    @Inject
    private Candidates candidates;

    @Inject
    private Pairs pairs;

    @Inject
    private CreditRules rules;

    @Inject
    private UnitDirectory units;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @throws Problem 400 at the field at fault, 409 for a near name that is not known to be another enterprise's */
    @Transactional
    public FactsView enter(NewEnterprise wanted) {
        String uscc =
                wanted.uscc() == null ? null : Uscc.of("uscc", wanted.uscc()).text();
        CustomsCode code = wanted.customsCode() == null ? null : CustomsCode.of("customsCode", wanted.customsCode());
        if (uscc == null && code == null) {
            throw Problem.invalid("uscc", "enterprise.invalid.no-code");
        }
        UnitView unit = unit(wanted, code);
        duplicates.refuse("uscc", uscc, 0);
        duplicates.refuse("customsCode", code == null ? null : code.text(), 0);
        notInFuture("registeredSince", wanted.registeredSince());
        LocalDate gradeSince = gradeSince(wanted);
        List<Candidate> near = near(wanted, unit);
        boolean aeo = wanted.grade() != null && wanted.grade().aeo();
        Object id = bound.query(
                        INSERT,
                        wanted.nameZh(),
                        wanted.nameEn(),
                        uscc,
                        code == null ? null : code.text(),
                        unit.id(),
                        unit.orgPath(),
                        text(wanted.registeredSince()),
                        wanted.addressZh(),
                        wanted.addressEn(),
                        wanted.sector(),
                        wanted.sizeClass(),
                        Objects.requireNonNullElse(wanted.businessTypes(), Set.of()),
                        Economies.parse("tradingPartners", wanted.tradingPartners()),
                        wanted.grade(),
                        text(gradeSince),
                        aeo ? "AEO" : "PROSPECT",
                        text(aeo ? gradeSince : null),
                        wanted.mailOnFile(),
                        wanted.phoneOnFile())
                .getSingleResult();
        return recorded(((Number) id).longValue(), unit, near);
    }

    /** Those of its district with nearly the same name. @throws NearNameFound when one is not known to be another */
    private List<Candidate> near(NewEnterprise wanted, UnitView unit) {
        Set<Long> known = Objects.requireNonNullElse(wanted.despite(), Set.of());
        List<Candidate> near = candidates.named(wanted.nameZh(), wanted.nameEn(), unit.orgPath());
        if (!known.containsAll(near.stream().map(Candidate::id).toList())) {
            throw new NearNameFound(near);
        }
        return near;
    }

    private FactsView recorded(long id, UnitView unit, List<Candidate> near) {
        near.forEach(other -> pairs.apart(id, other.id()));
        FactsView made = facts.get(id);
        audit.record(
                "enterprise.enter",
                new AuditTrail.Subject("enterprise", id, unit.orgPath()),
                Changes.none()
                        .with("nameZh", made.enterprise().nameZh())
                        .with("uscc", made.uscc())
                        .with("customsCode", made.enterprise().customsCode())
                        .with("unit", unit.code())
                        .with("grade", made.standing().grade())
                        .with("despite", near.isEmpty() ? null : ids(near)));
        return made;
    }

    private static String ids(List<Candidate> near) {
        return near.stream().map(each -> Long.toString(each.id())).collect(Collectors.joining(", "));
    }

    /** The unit chosen, else that of the code: only a unit of the viewer's own range takes a new enterprise. */
    private UnitView unit(NewEnterprise wanted, @Nullable CustomsCode code) {
        UnitView unit;
        if (wanted.unitId() != null) {
            unit = units.find(wanted.unitId()).orElseThrow(() -> Problem.invalid("unitId", "component.invalid.unit"));
        } else if (code != null) {
            unit = units.byCode(code.unit())
                    .orElseThrow(() -> Problem.invalid("unitId", "enterprise.invalid.unit-of-code", code.unit()));
        } else {
            throw Problem.invalid("unitId", "enterprise.invalid.unit-needed");
        }
        if (unit.closedOn() != null || !viewer.require().covers(unit.orgPath())) {
            throw Problem.invalid("unitId", "enterprise.invalid.unit-not-yours", unit.code());
        }
        return unit;
    }

    private @Nullable LocalDate gradeSince(NewEnterprise wanted) {
        if (wanted.grade() == null) {
            return null;
        }
        if (wanted.gradeSince() == null) {
            throw Problem.invalid("gradeSince", "enterprise.invalid.grade-since");
        }
        notInFuture("gradeSince", wanted.gradeSince());
        rules.requireKnown(wanted.grade(), wanted.gradeSince(), "grade");
        rules.requireKnown(wanted.grade(), Time.today(clock), "grade");
        return wanted.gradeSince();
    }

    private void notInFuture(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(Time.today(clock))) {
            throw Problem.invalid(field, "enterprise.invalid.in-future");
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
