package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.Slice;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Reads sessions for officers. */
@ApplicationScoped
public class TrainingReader {

    private static final String ONE = TrainingView.SELECT + " where s.id = ?1";
    private static final String LISTED = TrainingView.SELECT + " where s.id > ?1 order by s.id limit ?2";
    private static final String CAMPAIGNS = "select c.id, c.title_zh, c.title_en from campaign c where not c.template"
            + " and c.status in ('FREEZING', 'RUNNING') or c.id = cast(?1 as bigint)"
            + " order by c.id = cast(?1 as bigint) desc nulls last, c.id desc limit 200";
    private static final String PLANNED = "select a.id, a.title_zh, a.title_en, a.starts_on, c.title_zh, c.title_en"
            + " from planned_activity a join campaign c on c.id = a.campaign_id"
            + " where a.id = cast(?1 as bigint) or (a.status = 'STANDING' and c.status = 'RUNNING'"
            + " and not c.template) order by c.id desc, a.starts_on, a.id limit 300";

    private static final String SIBLINGS =
            "select s.id, s.title_zh, s.title_en, s.starts_at, s.ends_at, s.zone, s.status"
                    + " from training_session s where s.series_id = ?1 and s.id <> ?2 order by s.starts_at, s.id limit 100";
    private static final String QUOTAS =
            "select u.code, n.zh, n.en, q.seats from training_quota q join unit u on u.id = q.unit_id"
                    + " join unit_name n on n.unit_id = u.id and n.valid_to is null where q.session_id = ?1 order by u.code";
    private static final String TEMPLATES =
            "select s.id, s.title_zh, s.title_en from training_session s where s.template"
                    + " and s.unit_id = ?1 order by s.title_zh collate pinyin, s.id limit 50";

    @Inject
    private CurrentViewer viewer;

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

    /** The others that were planned together with it, as far as the viewer sees them, in the order of their times. */
    @Transactional
    public List<SessionSibling> siblings(TrainingView training) {
        return training.series() == null
                ? List.of()
                : Rows.list(
                        bound.query(SIBLINGS, training.series(), training.id()),
                        row -> new SessionSibling(
                                row.id(0),
                                row.text(1),
                                row.textOrNull(2),
                                row.instant(3),
                                row.instant(4),
                                row.text(5),
                                TrainingStatus.valueOf(row.text(6))));
    }

    /** Whom its seats are kept for, in the order of their codes. */
    @Transactional
    List<QuotaUnit> quotas(TrainingView training) {
        return training.seats().quotas().isEmpty()
                ? List.of()
                : Rows.list(bound.query(QUOTAS, training.id()), QuotaUnit::of);
    }

    /** Templates of the viewer's unit. */
    @Transactional
    List<Option> templates(Page page) {
        return Rows.list(
                bound.query(TEMPLATES, viewer.require().unitId()),
                row -> new Option(Long.toString(row.id(0)), page.pick(row.text(1), row.textOrNull(2))));
    }

    /** What plans of these campaigns foresee on certain days, by campaign. @param had what it carries out already, or null */
    @Transactional
    List<Option> planned(Page page, @Nullable Long had) {
        return Rows.list(
                bound.query(PLANNED, had),
                row -> new Option(
                        Long.toString(row.id(0)),
                        page.on(row.date(3)) + " " + page.pick(row.text(1), row.textOrNull(2)),
                        page.pick(row.text(4), row.textOrNull(5))));
    }

    /** The campaigns under way a session may serve, and the one it serves. @param served number of that, or null */
    @Transactional
    List<Option> campaigns(Page page, @Nullable Long served) {
        return Rows.list(
                bound.query(CAMPAIGNS, served),
                row -> new Option(Long.toString(row.id(0)), page.pick(row.text(1), row.textOrNull(2))));
    }
}
