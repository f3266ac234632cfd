package org.aeoreach.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Reads enquiries for officers. */
@ApplicationScoped
public class Enquiries {

    private static final String ONE = EnquiryView.SELECT + " where e.id = ?1";
    private static final String SEVERAL =
            EnquiryView.SELECT + " where e.id = any (cast(string_to_array(?1, ',') as bigint[])) order by e.id";
    private static final String NEWEST = EnquiryView.SELECT
            + " where e.id < ?1 and (cast(?2 as text) is null or w.status = ?2) order by e.id desc limit ?3";
    private static final String LOCK = "select version from enquiry_work where enquiry_id = ?1 for update";

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** @throws Problem 404 when there is none, or neither the viewer's unit nor one below answers it */
    @Transactional
    public EnquiryView get(long id) {
        return Rows.one(bound.query(ONE, id), EnquiryView::of).orElseThrow(Problem::notFound);
    }

    /** Those of them the viewer may see, in the order of their numbers. */
    @Transactional
    public List<EnquiryView> all(Collection<Long> ids) {
        return Rows.list(bound.query(SEVERAL, ids), EnquiryView::of);
    }

    /** Those the viewer may see, the newest first. @param status only these, or null for all */
    @Transactional
    public Slice<EnquiryView> list(@Nullable EnquiryStatus status, long before, int limit) {
        bound.planEach();
        List<EnquiryView> found = Rows.list(bound.query(NEWEST, before, status, limit + 1), EnquiryView::of);
        return Slice.of(found, limit, EnquiryView::id);
    }

    /**
     * One the viewer may work on now; nobody else can change it until the transaction ends.
     *
     * @param version the one he saw; who changes the work counts it up
     * @throws Problem 404 as above; 403 while another unit has it that is not below his; 412 when it has changed since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public EnquiryView turn(long id, long version) {
        EnquiryView seen = get(id);
        Viewer me = viewer.require();
        if (!me.role().mayWrite() || !me.covers(seen.work().desk().path())) {
            throw Problem.forbidden();
        }
        long actual = Rows.one(bound.query(LOCK, id), row -> row.id(0)).orElseThrow(Problem::forbidden);
        Versions.check(version, actual);
        return seen;
    }
}
