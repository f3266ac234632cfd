package org.aeoreach.enterprise.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;

/** Reads delegations, as far as the viewer may see them. */
@ApplicationScoped
public class Delegations {

    private static final String COLUMNS = "select id, enterprise_id, enterprise_zh, enterprise_en, representative_name,"
            + " representative_mail, representative_firm, representative_id, rights, first_day, last_day, note,"
            + " offered_at, accepted_at, ended_by, end_reason, declined_at, revoked_at, org_path, version, language from delegation";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** Those an enterprise gave, the newest first. */
    @Transactional
    public Slice<DelegationView> given(long enterprise, long before, int limit) {
        Query query = em.createNativeQuery(COLUMNS + " where enterprise_id = ? and id < ? order by id desc limit ?")
                .setParameter(1, enterprise)
                .setParameter(2, before)
                .setParameter(3, limit + 1);
        return Slice.of(Rows.list(query, this::view), limit, DelegationView::id);
    }

    /** Those the viewer holds himself or has been offered, the newest first, at most 200. */
    @Transactional
    public List<DelegationView> held() {
        Query query = em.createNativeQuery(COLUMNS + " where " + HELD + " order by id desc limit 200")
                .setParameter(1, viewer.require().accountId());
        return Rows.list(query, this::view);
    }

    /** One the viewer holds himself or has been offered. @throws Problem 404 when it is somebody else's */
    @Transactional
    public DelegationView held(long id) {
        Query query = em.createNativeQuery(COLUMNS + " where " + HELD + " and id = ?2")
                .setParameter(1, viewer.require().accountId())
                .setParameter(2, id);
        return Rows.one(query, this::view).orElseThrow(Problem::notFound);
    }

    private static final String HELD = "(representative_id = ?1 or (representative_id is null and"
            + " lower(representative_mail) = (select lower(mail) from account where id = ?1)))";

    @Transactional
    public DelegationView get(long id) {
        Query query = em.createNativeQuery(COLUMNS + " where id = ?").setParameter(1, id);
        return Rows.one(query, this::view).orElseThrow(Problem::notFound);
    }

    /** One the enterprise the viewer acts for gave. @throws Problem 404 when another did */
    @Transactional
    public DelegationView ofMine(long id) {
        DelegationView delegation = get(id);
        Viewer.Enterprise enterprise = viewer.require().enterprise();
        if (enterprise == null || enterprise.represented() || delegation.enterpriseId() != enterprise.id()) {
            throw Problem.notFound();
        }
        return delegation;
    }

    private DelegationView view(Rows.Row row) {
        String endedBy = row.textOrNull(14);
        return new DelegationView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.text(4),
                row.text(5),
                row.textOrNull(6),
                row.idOrNull(7),
                Objects.requireNonNull(Language.of(row.text(20))),
                Right.of(row.text(8)),
                row.date(9),
                row.date(10),
                row.textOrNull(11),
                row.instant(12),
                row.instantOrNull(13),
                endedBy == null ? null : DelegationView.Side.valueOf(endedBy),
                row.textOrNull(15),
                status(row),
                row.text(18),
                row.id(19));
    }

    private DelegationView.Status status(Rows.Row row) {
        LocalDate today = Time.today(clock);
        if (row.instantOrNull(16) != null) {
            return DelegationView.Status.DECLINED;
        }
        if (row.instantOrNull(17) != null) {
            return DelegationView.Status.REVOKED;
        }
        if (row.date(10).isBefore(today)) {
            return DelegationView.Status.LAPSED;
        }
        return row.instantOrNull(13) == null ? DelegationView.Status.OFFERED : started(row.date(9), today);
    }

    private static DelegationView.Status started(LocalDate firstDay, LocalDate today) {
        return firstDay.isAfter(today) ? DelegationView.Status.COMING : DelegationView.Status.ACTIVE;
    }
}
