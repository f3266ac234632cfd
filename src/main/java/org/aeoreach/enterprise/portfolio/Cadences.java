package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** After how many days an enterprise of each tier is to be contacted again. */
@ApplicationScoped
public class Cadences {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** What holds for a unit. @param own whether the unit has set it itself; otherwise a unit above it has */
    public record Cadence(int tierA, int tierB, int tierC, boolean own) {}

    /** New days for the viewer's unit and all below that have none of their own: 7 to 1100. */
    public record Change(
            @NotNull @Min(7) @Max(1100) @Nullable Integer tierA,
            @NotNull @Min(7) @Max(1100) @Nullable Integer tierB,
            @NotNull @Min(7) @Max(1100) @Nullable Integer tierC) {}

    /** That of the unit the viewer acts in. */
    @Transactional
    public Cadence mine() {
        String path = viewer.require().orgPath();
        Map<String, Integer> days = new HashMap<>();
        Rows.list(
                        em.createNativeQuery("select tier, days, org_path from contact_cadence"
                                        + " where starts_with(?, org_path) order by length(org_path)")
                                .setParameter(1, path),
                        row -> Map.entry(row.text(0), (int) row.id(1)))
                .forEach(each -> days.put(each.getKey(), each.getValue()));
        return new Cadence(days.getOrDefault("A", 0), days.getOrDefault("B", 0), days.getOrDefault("C", 0), own(path));
    }

    private boolean own(String path) {
        Number rows = (Number) em.createNativeQuery("select count(*) from contact_cadence where org_path = ?")
                .setParameter(1, path)
                .getSingleResult();
        return rows.longValue() > 0;
    }

    /** Sets it for the viewer's unit; every due day below it is computed anew. */
    @Transactional
    public Cadence change(Change change) {
        Viewer now = viewer.require();
        Cadence before = mine();
        set(now, "A", change.tierA());
        set(now, "B", change.tierB());
        set(now, "C", change.tierC());
        em.createNativeQuery("select recompute_contact_due(?)")
                .setParameter(1, now.orgPath())
                .getSingleResult();
        audit.record(
                "portfolio.set-cadence",
                new AuditTrail.Subject("unit", now.unitId(), now.orgPath()),
                Changes.none()
                        .with("tierA", before.tierA(), change.tierA())
                        .with("tierB", before.tierB(), change.tierB())
                        .with("tierC", before.tierC(), change.tierC()));
        return mine();
    }

    private void set(Viewer now, String tier, @Nullable Integer days) {
        em.createNativeQuery("insert into contact_cadence (unit_id, org_path, tier, days) values (?, ?, ?, ?)"
                        + " on conflict (org_path, tier) do update set days = excluded.days")
                .setParameter(1, now.unitId())
                .setParameter(2, now.orgPath())
                .setParameter(3, tier)
                .setParameter(4, days)
                .executeUpdate();
    }
}
