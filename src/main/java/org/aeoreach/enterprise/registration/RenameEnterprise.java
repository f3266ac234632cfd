package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Gives an enterprise a new name from a day on; the old one stays, dated. */
@ApplicationScoped
public class RenameEnterprise {

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The new name and the first day on which it holds, at the latest today. */
    public record Renaming(
            @NotBlank @Size(max = 200) String nameZh,
            @Nullable @Size(max = 300) String nameEn,
            @NotNull LocalDate validFrom) {}

    /** @throws Problem 412 when somebody changed it since that version, 400 at the field at fault */
    @Transactional
    public FactsView rename(long id, long version, Renaming renaming) {
        FactsView before = facts.locked(id);
        Versions.check(version, before.version());
        LocalDate from = renaming.validFrom();
        if (from.isAfter(Time.today(clock))) {
            throw Problem.invalid("validFrom", "enterprise.invalid.in-future");
        }
        if (before.nameSince() != null && !from.isAfter(before.nameSince())) {
            throw Problem.invalid(
                    "validFrom",
                    "enterprise.invalid.not-after",
                    before.nameSince().toString());
        }
        if (renaming.nameZh().equals(before.enterprise().nameZh())
                && java.util.Objects.equals(
                        renaming.nameEn(), before.enterprise().nameEn())) {
            throw Problem.invalid("nameZh", "enterprise.invalid.same-name");
        }
        bound.query(
                        "insert into enterprise_former_name (enterprise_id, unit_id, org_path, name_zh, name_en,"
                                + " valid_from, valid_to) select id, unit_id, org_path, name_zh, name_en, name_since, ?"
                                + " from enterprise where id = ?",
                        from.minusDays(1),
                        id)
                .executeUpdate();
        bound.query(
                        "update enterprise set name_zh = ?, name_en = ?, name_since = ?, changed_at = now(),"
                                + " version = version + 1 where id = ?",
                        renaming.nameZh(),
                        renaming.nameEn(),
                        from,
                        id)
                .executeUpdate();
        audit.record(
                "enterprise.rename",
                new AuditTrail.Subject("enterprise", id, before.enterprise().orgPath()),
                Changes.none()
                        .with("nameZh", before.enterprise().nameZh(), renaming.nameZh())
                        .with("nameEn", before.enterprise().nameEn(), renaming.nameEn())
                        .with("validFrom", from));
        return facts.get(id);
    }
}
