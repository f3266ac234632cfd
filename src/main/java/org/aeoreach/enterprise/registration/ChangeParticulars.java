package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.CustomsCode;
import org.aeoreach.enterprise.Uscc;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Puts the particulars of an enterprise right. */
@ApplicationScoped
public class ChangeParticulars {

    private static final String UPDATE =
            "update enterprise set uscc = ?, customs_code = ?, address_zh = ?, address_en = ?,"
                    + " sector = ?, size_class = ?, business_types = string_to_array(?, ','),"
                    + " trading_partners = string_to_array(?, ','), mail_on_file = ?, phone_on_file = ?, changed_at = now(),"
                    + " version = version + 1 where id = ?";

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private Duplicates duplicates;

    @Inject
    private AuditTrail audit;

    /** @throws Problem 412 when somebody changed it since that version, 400 at the field at fault */
    @Transactional
    public FactsView change(long id, long version, Particulars wanted) {
        FactsView before = facts.locked(id);
        Versions.check(version, before.version());
        String uscc =
                wanted.uscc() == null ? null : Uscc.of("uscc", wanted.uscc()).text();
        String code = wanted.customsCode() == null
                ? null
                : CustomsCode.of("customsCode", wanted.customsCode()).text();
        if (uscc == null && code == null) {
            throw Problem.invalid("uscc", "enterprise.invalid.no-code");
        }
        duplicates.refuse("uscc", uscc, id);
        duplicates.refuse("customsCode", code, id);
        bound.query(
                        UPDATE,
                        uscc,
                        code,
                        wanted.addressZh(),
                        wanted.addressEn(),
                        wanted.sector(),
                        wanted.sizeClass(),
                        Objects.requireNonNullElse(wanted.businessTypes(), Set.of()),
                        Economies.parse("tradingPartners", wanted.tradingPartners()),
                        wanted.mailOnFile(),
                        wanted.phoneOnFile(),
                        id)
                .executeUpdate();
        FactsView after = facts.get(id);
        audit.record(
                "enterprise.change-particulars",
                new AuditTrail.Subject("enterprise", id, after.enterprise().orgPath()),
                changes(before, after));
        return after;
    }

    private static Changes changes(FactsView before, FactsView after) {
        return Changes.none()
                .with("uscc", before.uscc(), after.uscc())
                .with(
                        "customsCode",
                        before.enterprise().customsCode(),
                        after.enterprise().customsCode())
                .with("addressZh", before.addressZh(), after.addressZh())
                .with("addressEn", before.addressEn(), after.addressEn())
                .with("sector", before.sector(), after.sector())
                .with("sizeClass", before.sizeClass(), after.sizeClass())
                .with("businessTypes", joined(before.businessTypes()), joined(after.businessTypes()))
                .with("tradingPartners", joined(before.tradingPartners()), joined(after.tradingPartners()))
                .with(
                        "mailOnFile",
                        before.enterprise().mailOnFile(),
                        after.enterprise().mailOnFile())
                .with(
                        "phoneOnFile",
                        before.enterprise().phoneOnFile(),
                        after.enterprise().phoneOnFile());
    }

    private static @Nullable String joined(List<String> codes) {
        return codes.isEmpty() ? null : String.join(", ", codes);
    }
}
