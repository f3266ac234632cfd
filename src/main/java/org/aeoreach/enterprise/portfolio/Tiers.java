package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** How closely enterprises are looked after: their tier, by which the next contact falls due. */
@ApplicationScoped
public class Tiers {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private EnterpriseRows rows;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Key, regular, light, or none. */
    public enum Tier {
        A,
        B,
        C,
        NONE
    }

    /** Up to 500 enterprises get a tier. */
    public record Tiering(
            @NotEmpty List<@NotNull Long> enterpriseIds,
            @NotNull @Nullable Tier tier) {}

    /** What came of it: enterprises whose tier is another one now. */
    public record Tiered(int changed) {}

    /** @throws Problem 404 when one of them is out of reach */
    @Transactional
    public Tiered set(Tiering wanted) {
        Tier tier = Objects.requireNonNull(wanted.tier());
        List<EnterpriseRows.Chosen> chosen = rows.hold(wanted.enterpriseIds());
        String ids = EnterpriseRows.joined(
                chosen.stream().map(EnterpriseRows.Chosen::id).toList());
        int changed = em.createNativeQuery(
                        "update enterprise set tier = nullif(?1, 'NONE'), version = version + 1, changed_at = now()"
                                + " where id = any (cast(string_to_array(?2, ',') as bigint[]))"
                                + " and tier is distinct from nullif(?1, 'NONE')")
                .setParameter(1, tier.name())
                .setParameter(2, ids)
                .executeUpdate();
        AuditTrail.Subject subject = chosen.size() == 1
                ? new AuditTrail.Subject(
                        "enterprise", chosen.get(0).id(), chosen.get(0).orgPath())
                : AuditTrail.Subject.unnumbered("enterprise", viewer.require().orgPath());
        audit.record(
                "portfolio.set-tier", subject, Changes.none().with("tier", tier).with("enterprises", ids));
        return new Tiered(changed);
    }
}
