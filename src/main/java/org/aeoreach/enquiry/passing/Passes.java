package org.aeoreach.enquiry.passing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.enquiry.clock.Passed;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;

/** Passes enquiries on, for who has the turn. */
@ApplicationScoped
public class Passes {

    private static final String ABOVE =
            "select u.id, u.org_path from unit d join unit u on u.id = d.parent_id where d.id = ?1";
    private static final String BELOW =
            "select u.id, u.org_path from unit u where u.parent_id = ?1 and starts_with(?2, u.org_path)";
    private static final String OTHER =
            "select u.id, u.org_path from unit u where u.id = ?1 and (u.closed_on is null or u.closed_on > china_day())";
    // Locked whether or not the viewer may change it, so that of two who pass it on at once the second learns of the
    // first.
    private static final String LOCK = "select 1 from enquiry_clock_facts(?1)";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Clocks clocks;

    @Inject
    private Interim interim;

    @Inject
    private Events events;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    private record Unit(long id, String path) {}

    /**
     * Passes it to the level above and tells the asker.
     *
     * @param version the one the viewer saw
     * @throws Problem 404; 403 when it is another's turn; 409 when it became another's, is answered or closed, serves
     *     another one, or nothing is above; 412 when it was changed
     */
    @Transactional
    public EnquiryView up(long id, long version, PassUp pass) {
        EnquiryView seen = turn(id, version);
        Unit to =
                unit("passing.problem.nothing-above", ABOVE, seen.work().desk().id());
        clocks.pass(
                id,
                to.id(),
                Passed.UP,
                pass.passReason().strip(),
                pass.proposal().strip());
        interim.tellAll(seen, to.id());
        note("PASSED_UP", "passing.up", seen, to);
        return enquiries.get(id);
    }

    /** Gives it back to the level below. Refuses as {@link #up}. */
    @Transactional
    public EnquiryView down(long id, long version, PassDown pass) {
        pass.check();
        EnquiryView seen = turn(id, version);
        Unit to = unit(
                "passing.problem.nothing-below",
                BELOW,
                seen.work().desk().id(),
                seen.unit().path());
        String words = pass.guidance() == null || pass.guidance().isBlank()
                ? null
                : pass.guidance().strip();
        String answer =
                pass.agreed() ? Objects.requireNonNull(pass.agreedAnswer()).strip() : null;
        clocks.passDown(id, to.id(), words, answer);
        note(pass.agreed() ? "PASSED_DOWN_AGREED" : "PASSED_DOWN", "passing.down", seen, to);
        return enquiries.get(id);
    }

    /**
     * Another unit answers from now on; the viewer may not see it any more. Refuses as {@link #up}.
     *
     * @throws Problem 400 when there is no such unit, or it is the one that has it
     */
    @Transactional
    public void transfer(long id, long version, Transfer transfer) {
        EnquiryView seen = turn(id, version);
        Unit to = Rows.one(bound.query(OTHER, transfer.transferTo()), row -> new Unit(row.id(0), row.text(1)))
                .orElseThrow(() -> Problem.invalid("transferTo", "passing.invalid.transfer-to"));
        if (to.id() == seen.unit().id()) {
            throw Problem.invalid("transferTo", "passing.invalid.transfer-same");
        }
        note("TRANSFERRED", "passing.transfer", seen, to);
        clocks.handOver(id, to.id(), transfer.transferReason().strip());
    }

    private EnquiryView turn(long id, long version) {
        enquiries.get(id);
        bound.query(LOCK, id).getResultList();
        EnquiryView now = enquiries.get(id);
        if (now.version() != version
                && !viewer.require().covers(now.work().desk().path())) {
            throw new Problem(409, "passing.problem.elsewhere");
        }
        Versions.check(version, now.version());
        EnquiryView turn = enquiries.turn(id, version);
        EnquiryStatus status = turn.work().status();
        if (status == EnquiryStatus.ANSWERED || status == EnquiryStatus.CLOSED) {
            throw new Problem(409, "passing.problem.finished");
        }
        if (turn.mergedInto() != null) {
            throw new Problem(409, "passing.problem.merged");
        }
        return turn;
    }

    private Unit unit(String otherwise, String sql, Object... values) {
        return Rows.one(bound.query(sql, values), row -> new Unit(row.id(0), row.text(1)))
                .orElseThrow(() -> new Problem(409, otherwise));
    }

    private void note(String kind, String action, EnquiryView enquiry, Unit to) {
        events.note(enquiry.id(), kind, Map.of("from", enquiry.work().desk().id(), "to", to.id()));
        audit.record(
                action,
                new AuditTrail.Subject("enquiry", enquiry.id(), enquiry.unit().path()),
                Changes.none().with("desk", enquiry.work().desk().id(), to.id()));
    }
}
