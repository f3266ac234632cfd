package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Slice;
import org.aeoreach.web.form.Option;

/** Reads sessions for officers. */
@ApplicationScoped
public class TrainingReader {

    private static final String ONE = TrainingView.SELECT + " where s.id = ?1";
    private static final String LISTED = TrainingView.SELECT + " where s.id > ?1 order by s.id limit ?2";
    private static final String CAMPAIGNS = "select c.id, c.title_zh, c.title_en from campaign c where not c.template"
            + " and c.status in ('FREEZING', 'RUNNING') order by c.id desc limit 200";

    @Inject
    private Bound bound;

    /** @throws Problem 404 when there is none, or it is another unit's draft */
    @Transactional
    public TrainingView get(long id) {
        return Rows.one(bound.query(ONE, id), TrainingView::of).orElseThrow(Problem::notFound);
    }

    /** One the viewer may change. @throws Problem 404 otherwise */
    @Transactional
    public TrainingView own(long id) {
        TrainingView found = get(id);
        if (!found.own()) {
            throw Problem.notFound();
        }
        return found;
    }

    /** Those of the viewer's unit and below, and all that are out, in the order of their numbers. */
    @Transactional
    public Slice<TrainingView> list(long after, int limit) {
        return Slice.of(Rows.list(bound.query(LISTED, after, limit + 1), TrainingView::of), limit, TrainingView::id);
    }

    /** The campaigns under way a session may serve. */
    @Transactional
    List<Option> campaigns(Page page) {
        return Rows.list(
                bound.query(CAMPAIGNS),
                row -> new Option(Long.toString(row.id(0)), page.pick(row.text(1), row.textOrNull(2))));
    }
}
