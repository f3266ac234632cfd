package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.aeoreach.platform.Rows;

/** Imports that were begun and never done. */
@ApplicationScoped
public class AbandonedDrafts {

    /** So long somebody may take to go on with an import. */
    static final Duration KEPT = Duration.ofDays(14);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** What was taken out. @param contents hashes of the files that nothing names any more */
    public record Purged(int imports, List<String> contents) {}

    /** Takes up to so many out; the database refuses it to whoever is signed in. */
    @Transactional
    public Purged purge(int most) {
        var query = em.createNativeQuery("select imports, array_to_json(contents)::text"
                        + " from purge_import_drafts(cast(? as timestamptz), ?)")
                .setParameter(1, clock.instant().minus(KEPT).toString())
                .setParameter(2, most);
        return Rows.one(query, row -> new Purged((int) row.id(0), ImportViews.texts(row.text(1))))
                .orElse(new Purged(0, List.of()));
    }
}
