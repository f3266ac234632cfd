package org.aeoreach.enquiry.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.UnitScope;
import org.jspecify.annotations.Nullable;

/** Enquiries whose unit was closed: they go on with the unit it was merged into, else with the one above it. */
@ApplicationScoped
class LeftBehind {

    static final int BATCH = 100;

    private static final String FOUND = "select enquiry, was, desk_path, target, target_path, turn, running, officer"
            + " from enquiries_left_behind(?1)";
    private static final String LOCK = "select 1 from enquiry_clock_facts(?1)";
    private static final String STILL =
            "select 1 from enquiry_work where enquiry_id = ?1 and unit_id = ?2 and desk_path = ?3 and status <> 'CLOSED'";
    // Officers of a merged unit are those of the other one now.
    private static final String HANDS = "update enquiry_work w set officer_id = (select r.account_id from"
            + " role_assignment r where r.account_id = cast(?2 as bigint) and r.unit_id = w.desk_id and r.role in"
            + " ('HOUSE_OFFICER', 'COORDINATOR', 'DISTRICT_OFFICER', 'GACC_OFFICER') and r.valid_from <= china_day()"
            + " and (r.valid_to is null or r.valid_to >= china_day()) limit 1), coordinator_id = (select p.coordinator_id"
            + " from enquiry e join enterprise p on p.id = e.enterprise_id where e.id = w.enquiry_id"
            + " and p.org_path = w.org_path) where enquiry_id = ?1";

    @Inject
    private Clocks clocks;

    @Inject
    private Events events;

    @Inject
    private UnitScope scope;

    @Inject
    private Messages messages;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    /**
     * One of them.
     *
     * @param was its unit
     * @param desk path of the unit whose turn it is
     * @param turn whether the turn goes to the other unit too
     * @param running whether its clocks run
     * @param officer who has it, or null
     */
    record One(
            long enquiry,
            long was,
            String desk,
            long target,
            String targetPath,
            boolean turn,
            boolean running,
            @Nullable Long officer) {}

    @Transactional
    List<One> found() {
        return Rows.list(
                bound.query(FOUND, BATCH),
                row -> new One(
                        row.id(0),
                        row.id(1),
                        row.text(2),
                        row.id(3),
                        row.text(4),
                        row.flag(5),
                        row.flag(6),
                        row.idOrNull(7)));
    }

    /** Takes it over, unless somebody was quicker. @return whether it was taken over */
    @Transactional
    boolean takeOver(One one) {
        boolean moved = scope.run(one.desk(), () -> moved(one));
        if (moved) {
            String path = one.turn() ? one.targetPath() : one.desk();
            scope.run(path, () -> noted(one));
            audit.record(
                    "enquiry.take-over",
                    new AuditTrail.Subject("enquiry", one.enquiry(), one.targetPath()),
                    Changes.none().with("unit", one.was(), one.target()));
        }
        return moved;
    }

    private boolean moved(One one) {
        bound.query(LOCK, one.enquiry()).getResultList();
        if (bound.query(STILL, one.enquiry(), one.was(), one.desk())
                .getResultList()
                .isEmpty()) {
            return false;
        }
        if (one.turn() && one.running()) {
            clocks.handOver(one.enquiry(), one.target(), why());
            return true;
        }
        return (Boolean) bound.query("select enquiry_follow(?1)", one.enquiry()).getSingleResult();
    }

    private int noted(One one) {
        events.note(one.enquiry(), "TAKEN_OVER", Map.of("from", one.was(), "to", one.target()));
        return one.turn() ? bound.query(HANDS, one.enquiry(), one.officer()).executeUpdate() : 0;
    }

    private String why() {
        String key = "enquiry.unit-closed";
        return messages.text(Language.ZH, key) + " / " + messages.text(Language.EN, key);
    }
}
