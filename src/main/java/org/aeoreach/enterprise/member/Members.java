package org.aeoreach.enterprise.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Reads the users of enterprises, as far as the viewer may see them. */
@ApplicationScoped
public class Members {

    private static final String COLUMNS = "select m.id, m.enterprise_id, m.account_id, coalesce(a.name_zh, m.name_zh),"
            + " coalesce(a.name_en, m.name_en), coalesce(a.mail, m.mail), m.rights, m.valid_from, m.valid_to,"
            + " m.ended_at, m.end_reason, a.suspended_at is not null, m.org_path, m.version, coalesce(a.language, 'zh')"
            // Whose home is another enterprise is shown by the name he was invited under.
            + " from enterprise_member m left join account a on a.id = m.account_id";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** By id, after the one given, past users among them. */
    @Transactional
    public Slice<MemberView> list(long enterprise, long after, int limit) {
        Query query = em.createNativeQuery(COLUMNS + " where m.enterprise_id = ? and m.id > ? order by m.id limit ?")
                .setParameter(1, enterprise)
                .setParameter(2, after)
                .setParameter(3, limit + 1);
        return Slice.of(Rows.list(query, this::view), limit, MemberView::id);
    }

    /** How many people may act for the enterprise today. */
    @Transactional
    public long current(long enterprise) {
        Query query = em.createNativeQuery("select count(*) from enterprise_member where enterprise_id = ?"
                        + " and ended_at is null and (valid_to is null or valid_to >= ?)")
                .setParameter(1, enterprise)
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)));
        return ((Number) query.getSingleResult()).longValue();
    }

    @Transactional
    public MemberView get(long id) {
        return Rows.one(em.createNativeQuery(COLUMNS + " where m.id = ?").setParameter(1, id), this::view)
                .orElseThrow(Problem::notFound);
    }

    /** A user of the enterprise the viewer acts for. @throws Problem 404 when he is of another */
    @Transactional
    public MemberView ofMine(long id) {
        MemberView member = get(id);
        if (!Long.valueOf(member.enterpriseId()).equals(viewer.require().enterpriseId())) {
            throw Problem.notFound();
        }
        return member;
    }

    private MemberView view(Rows.Row row) {
        return new MemberView(
                row.id(0),
                row.id(1),
                account(row.id(2)),
                row.text(3),
                row.textOrNull(4),
                row.text(5),
                Objects.requireNonNull(Language.of(row.text(14))),
                Right.of(row.text(6)),
                row.date(7),
                row.dateOrNull(8),
                row.instantOrNull(9),
                row.textOrNull(10),
                status(row),
                row.text(12),
                row.id(13));
    }

    private @Nullable Long account(long id) {
        Viewer reader = viewer.require();
        return reader.role().isOfficer() || reader.accountId() == id ? id : null;
    }

    private MemberView.Status status(Rows.Row row) {
        LocalDate validTo = row.dateOrNull(8);
        if (row.instantOrNull(9) != null) {
            return MemberView.Status.ENDED;
        }
        if (validTo != null && validTo.isBefore(Time.today(clock))) {
            return MemberView.Status.LAPSED;
        }
        return row.flag(11) ? MemberView.Status.SUSPENDED : MemberView.Status.ACTIVE;
    }
}
