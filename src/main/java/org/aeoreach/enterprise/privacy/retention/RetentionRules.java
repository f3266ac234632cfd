package org.aeoreach.enterprise.privacy.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** After how many months each kind of personal data goes. */
@ApplicationScoped
public class RetentionRules {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** One rule. @param kind CONSENT_WITHDRAWN, PERSON_ENDED or RECORD_VIEW */
    public record Rule(String kind, String zh, String en, int months) {}

    /** New months for all kinds: 1 to 240. */
    public record Change(
            @NotNull @Min(1) @Max(240) @Nullable Integer consentWithdrawn,
            @NotNull @Min(1) @Max(240) @Nullable Integer personEnded,
            @NotNull @Min(1) @Max(240) @Nullable Integer recordView) {}

    @Transactional
    public List<Rule> all() {
        return Rows.list(
                em.createNativeQuery("select kind, zh, en, months from retention_rule order by kind"),
                row -> new Rule(row.text(0), row.text(1), row.text(2), (int) row.id(3)));
    }

    @Transactional
    public List<Rule> change(Change change) {
        Changes changes = Changes.none();
        List<Rule> before = all();
        set(before, "CONSENT_WITHDRAWN", change.consentWithdrawn(), changes);
        set(before, "PERSON_ENDED", change.personEnded(), changes);
        set(before, "RECORD_VIEW", change.recordView(), changes);
        audit.record("privacy.set-retention", AuditTrail.Subject.unnumbered("retention_rule", "0000."), changes);
        return all();
    }

    private void set(List<Rule> before, String kind, @Nullable Integer months, Changes changes) {
        em.createNativeQuery("update retention_rule set months = ? where kind = ?")
                .setParameter(1, months)
                .setParameter(2, kind)
                .executeUpdate();
        before.stream()
                .filter(rule -> rule.kind().equals(kind))
                .forEach(rule -> changes.with(kind, rule.months(), months));
    }

    /** Erases up to so many persons; the database refuses it to whoever is signed in. Returns how many it were. */
    @Transactional
    public int apply(int most) {
        Query query = em.createNativeQuery("select kind, person from apply_retention(?, ?)")
                .setParameter(1, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(2, most);
        return query.getResultList().size();
    }
}
