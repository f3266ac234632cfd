package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Writes audit entries; an action that cannot be recorded does not happen. */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer current;

    /** The record an entry is about. @param number its id, or null for what has none */
    public record Subject(String type, @Nullable String number, String orgPath) {

        public Subject(String type, long id, String orgPath) {
            this(type, Long.toString(id), orgPath);
        }

        /** Something that is no record, such as a whole list. */
        public static Subject unnumbered(String type, String orgPath) {
            return new Subject(type, null, orgPath);
        }
    }

    /**
     * Records one action in the transaction under way.
     *
     * @param action {@code <feature>.<verb>}, a message key under {@code audit.action}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, Subject subject, Changes changes) {
        em.createNativeQuery("select audit_append(?, ?, ?, ?, cast(? as jsonb))")
                .setParameter(1, action)
                .setParameter(2, subject.type())
                .setParameter(3, subject.number())
                .setParameter(4, subject.orgPath())
                .setParameter(5, underBothNames(changes).json())
                .getSingleResult();
    }

    /** What a representative does is recorded as his, for the enterprise he represents. */
    private Changes underBothNames(Changes changes) {
        current.get()
                .map(Viewer::enterprise)
                .filter(Viewer.Enterprise::represented)
                .ifPresent(enterprise -> changes.with("representedEnterprise", enterprise.nameZh())
                        .with("delegation", enterprise.delegationId()));
        return changes;
    }
}
