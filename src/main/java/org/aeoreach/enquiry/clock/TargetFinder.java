package org.aeoreach.enquiry.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** Finds the target that counts for a unit today: the nearest unit's, then the most specific, then the newest valid. */
@ApplicationScoped
class TargetFinder {

    // Of the unit that has or gets it, and of the one that answers; in one go, for every question that comes needs
    // both.
    private static final String OF = "select l.minutes, l.warn_minutes, t.minutes, t.warn_minutes"
            + " from enquiry_target_of(?1, ?2, cast(?3 as text), cast(?4 as int)) l,"
            + " enquiry_target_of(?5, 'TOTAL', cast(?3 as text), cast(?4 as int)) t";

    @Inject
    private Bound bound;

    /** Of the level whose turn it is, and of all levels together. */
    record Goals(Target level, Target total) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Goals of(ClockFacts facts) {
        return Rows.one(
                        bound.query(
                                OF, facts.deskPath(), facts.level(), facts.topic(), facts.priority(), facts.unitPath()),
                        row -> new Goals(new Target((int) row.id(0), (int) row.id(1)), new Target((int) row.id(2), (int)
                                row.id(3))))
                .orElseThrow(() -> new IllegalStateException("no target for " + facts.level()));
    }
}
