package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** Saved segments: the viewer's own and those shared in his unit. */
@ApplicationScoped
public class Segments {

    private static final String COLUMNS = "select s.id, s.name, s.note, s.shared,"
            + " s.account_id = nullif(current_setting('app.account', true), '')::bigint, s.conditions, s.changed_at,"
            + " s.version, s.org_path from segment s";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ConditionSql sql;

    @Inject
    private SegmentCounts counts;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** What a segment is made of. */
    public record Definition(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 500) @Nullable String note,
            boolean shared,
            @NotBlank @Size(max = 20000) String conditions) {}

    /** An enterprise of a segment. */
    public record Member(
            long id,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String customsCode) {}

    /** Newest first. */
    @Transactional
    public Slice<SegmentView> list(long before, int limit) {
        Query query = em.createNativeQuery(COLUMNS + " where s.id < ? order by s.id desc limit ?")
                .setParameter(1, before)
                .setParameter(2, limit + 1);
        return Slice.of(Rows.list(query, Segments::view), limit, SegmentView::id);
    }

    /** @throws Problem 404 for one that is neither the viewer's own nor shared with him */
    @Transactional
    public SegmentView get(long id) {
        return Rows.one(em.createNativeQuery(COLUMNS + " where s.id = ?").setParameter(1, id), Segments::view)
                .orElseThrow(Problem::notFound);
    }

    /** The condition of a segment as SQL about the enterprise {@code e}. @throws Problem 404 */
    @Transactional
    public Fragment fragment(long id) {
        return sql.of(ConditionText.read(get(id).conditions()));
    }

    /** How many enterprises of the viewer's range it has. @throws Problem 404 */
    @Transactional
    public SegmentCount count(long id) {
        return count(ConditionText.read(get(id).conditions()));
    }

    /** How many would meet the condition. @throws Problem 400 for what no criterion understands */
    public SegmentCount count(Condition condition) {
        Fragment asked = sql.of(condition);
        try {
            return counts.count(asked);
        } catch (RuntimeException fault) {
            if (ProblemAnswer.explain(fault).retryAfter() > 0) {
                return SegmentCount.GIVEN_UP;
            }
            throw fault;
        }
    }

    /** Enterprises of a segment within the viewer's range, by id, after the one given. @throws Problem 404 */
    @Transactional
    public Slice<Member> members(long id, long after, int limit) {
        Fragment condition = fragment(id);
        Query query = em.createNativeQuery("select e.id, e.name_zh, e.name_en, e.customs_code from enterprise e"
                + " where e.merged_into is null and " + condition.sql() + " and e.id > ? order by e.id limit ?");
        int at = 1;
        for (Object value : condition.values()) {
            query.setParameter(at++, value);
        }
        query.setParameter(at, after).setParameter(at + 1, limit + 1);
        return Slice.of(
                Rows.list(query, row -> new Member(row.id(0), row.text(1), row.textOrNull(2), row.textOrNull(3))),
                limit,
                Member::id);
    }

    /** @throws Problem 400 when the conditions cannot be read */
    @Transactional
    public SegmentView create(Definition wanted) {
        String conditions = checked(wanted);
        Viewer now = viewer.require();
        Query query = em.createNativeQuery("insert into segment (unit_id, org_path, account_id, name, note, shared,"
                        + " conditions) values (?, ?, ?, ?, ?, ?, ?) returning id")
                .setParameter(1, now.unitId())
                .setParameter(2, now.orgPath())
                .setParameter(3, now.accountId())
                .setParameter(4, wanted.name())
                .setParameter(5, wanted.note())
                .setParameter(6, wanted.shared())
                .setParameter(7, conditions);
        long id = ((Number) query.getSingleResult()).longValue();
        record(
                "segment.create",
                id,
                Changes.none()
                        .with("name", wanted.name())
                        .with("shared", wanted.shared())
                        .with("conditions", conditions));
        return get(id);
    }

    /** Read and written again, so that only what was understood is kept. */
    private String checked(Definition wanted) {
        Condition condition = ConditionText.given(wanted.conditions());
        sql.of(condition);
        return ConditionText.write(condition);
    }

    private void record(String action, long id, Changes changes) {
        audit.record(
                action, new AuditTrail.Subject("segment", id, viewer.require().orgPath()), changes);
    }

    /** @throws Problem 403 for one that is shared with the viewer but not his */
    @Transactional
    public SegmentView change(long id, long version, Definition wanted) {
        SegmentView before = own(id, version);
        String conditions = checked(wanted);
        int changed = em.createNativeQuery("update segment set name = ?, note = ?, shared = ?, conditions = ?,"
                        + " changed_at = now(), version = version + 1 where id = ? and version = ?")
                .setParameter(1, wanted.name())
                .setParameter(2, wanted.note())
                .setParameter(3, wanted.shared())
                .setParameter(4, conditions)
                .setParameter(5, id)
                .setParameter(6, version)
                .executeUpdate();
        Versions.check(1, changed);
        record(
                "segment.change",
                id,
                Changes.none()
                        .with("name", before.name(), wanted.name())
                        .with("shared", before.shared(), wanted.shared())
                        .with("conditions", before.conditions(), conditions)
                        .with("note", before.note(), wanted.note()));
        return get(id);
    }

    /** Gone for good; its enterprises stay. */
    @Transactional
    public void delete(long id, long version) {
        SegmentView before = own(id, version);
        em.createNativeQuery("delete from segment where id = ? and version = ?")
                .setParameter(1, id)
                .setParameter(2, version)
                .executeUpdate();
        record("segment.delete", id, Changes.none().with("name", before.name(), null));
    }

    private SegmentView own(long id, long version) {
        SegmentView segment = get(id);
        if (!segment.own()) {
            throw Problem.forbidden();
        }
        Versions.check(version, segment.version());
        return segment;
    }

    private static SegmentView view(Rows.Row row) {
        return new SegmentView(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.flag(3),
                row.flag(4),
                row.text(5),
                row.instant(6),
                row.id(7));
    }
}
