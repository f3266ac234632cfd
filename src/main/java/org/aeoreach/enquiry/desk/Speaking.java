package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** For which enterprise the asker of an enquiry speaks, where that was not known when he asked. */
@ApplicationScoped
class Speaking {

    // Who is with another enterprise is another person, and his colleagues are others.
    private static final String SET = "update enquiry q set enterprise_id = e.id, enterprise_unit = e.unit_id,"
            + " enterprise_path = e.org_path, person_id = null, for_colleagues = false from enterprise e where q.id = ?1"
            + " and e.id = ?2 and e.merged_into is null and e.org_path >= ?3 and e.org_path < ?4";
    private static final String CLEAR = "update enquiry set enterprise_id = null, enterprise_unit = null,"
            + " enterprise_path = null, person_id = null, for_colleagues = false where id = ?1";
    private static final String COORDINATOR =
            "update enquiry_work w set coordinator_id = (select e.coordinator_id from enterprise e where e.id ="
                    + " cast(?2 as bigint)) where w.enquiry_id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** Whether it can be said: not of who signed in, nor where the enterprise is out of the viewer's sight. */
    static boolean open(EnquiryView enquiry) {
        EnquiryView.EnterpriseOf enterprise = enquiry.enterprise();
        return enquiry.asker().accountId() == null && (enterprise == null || enterprise.zh() != null);
    }

    static @Nullable Long of(EnquiryView enquiry) {
        EnquiryView.EnterpriseOf enterprise = enquiry.enterprise();
        return enterprise == null ? null : enterprise.id();
    }

    /**
     * Where it can be said at all, it is this one from now on, with its coordinator.
     *
     * @param enterprise null for none that is known
     * @throws Problem 400 at {@code enterpriseId} when it is not in the viewer's range, or cannot be said
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(EnquiryView seen, @Nullable Long enterprise) {
        boolean same = Objects.equals(of(seen), enterprise);
        if (same || (enterprise == null && !open(seen))) {
            return;
        }
        if (!open(seen)) {
            throw Problem.invalid("enterpriseId", "desk.invalid.enterprise-known");
        }
        Viewer me = viewer.require();
        int changed = enterprise == null
                ? bound.query(CLEAR, seen.id()).executeUpdate()
                : bound.query(SET, seen.id(), enterprise, me.lo(), me.hi()).executeUpdate();
        if (changed == 0) {
            throw Problem.invalid("enterpriseId", "ask.invalid.enterprise");
        }
        bound.query(COORDINATOR, seen.id(), enterprise).executeUpdate();
    }
}
