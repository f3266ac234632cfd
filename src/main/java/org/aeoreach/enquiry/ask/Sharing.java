package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Versions;

/** Whether the users of an enterprise see each other's questions: its administrator says so, and at first they do not. */
@ApplicationScoped
public class Sharing {

    private static final String STANDING = "select shared, version from enquiry_sharing where enterprise_id = ?1";
    private static final String SET = "insert into enquiry_sharing as s (enterprise_id, unit_id, org_path, shared,"
            + " account_id, version) select id, unit_id, org_path, ?2, ?3, 1 from enterprise where id = ?1"
            + " on conflict (enterprise_id) do update set shared = excluded.shared, account_id = excluded.account_id,"
            + " changed_at = now(), version = s.version + 1 where s.version = ?4";

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    /** What the administrator says. */
    public record Choice(boolean shared) {}

    /** How it stands. @param version 0 while nobody has said anything */
    public record Standing(boolean shared, long version) {}

    /** That of the enterprise the viewer acts for. */
    @Transactional
    public Standing get() {
        return Rows.one(bound.query(STANDING, enterprise().id()), row -> new Standing(row.flag(0), row.id(1)))
                .orElse(new Standing(false, 0));
    }

    /**
     * Holds from that moment, for questions asked before too.
     *
     * @throws Problem 412 when somebody else changed it since that version
     */
    @Transactional
    public Standing set(long version, Choice choice) {
        Viewer me = viewer.require();
        long enterprise = enterprise().id();
        Standing before = get();
        Versions.check(version, before.version());
        Versions.check(
                1,
                bound.query(SET, enterprise, choice.shared(), me.accountId(), version)
                        .executeUpdate());
        audit.record(
                "enquiry.share",
                new AuditTrail.Subject("enterprise", enterprise, me.orgPath()),
                Changes.none().with("shared", before.shared(), choice.shared()));
        return get();
    }

    private Viewer.Enterprise enterprise() {
        Viewer.Enterprise enterprise = viewer.require().enterprise();
        if (enterprise == null) {
            throw Problem.notFound();
        }
        return enterprise;
    }
}
