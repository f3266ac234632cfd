package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.lookup.EnterpriseLookup;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** Enterprises within the viewer's range, and whether people may act for them here. */
@ApplicationScoped
public class Enterprises {

    private static final String SELECT = "select " + EnterpriseRow.COLUMNS + EnterpriseRow.FROM;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private EnterpriseLookup lookup;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnterpriseMail mail;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** Why something of an enterprise is ended or suspended; the enterprise is told. */
    public record Reason(@NotBlank @Size(max = 300) String reason) {}

    /**
     * An officer an enterprise may turn to.
     *
     * @param own whether he is its coordinator; otherwise one of its house
     * @param substituteZh who stands in for him today, or null
     */
    public record Coordinator(
            String nameZh,
            @Nullable String nameEn,
            String mail,
            String unitZh,
            @Nullable String unitEn,
            boolean own,
            @Nullable String substituteZh,
            @Nullable String substituteEn,
            @Nullable String substituteMail) {}

    /**
     * By id, after the one given.
     *
     * @param text found as in the list of enterprises; empty for all
     * @return noted when not all that match were looked through
     */
    @Transactional
    public Slice<EnterpriseView> list(String text, long after, int limit) {
        Fragment wanted = text.isEmpty() ? Fragment.NONE : lookup.condition(text);
        Fragment all = Fragment.of("e.merged_into is null and e.id > ?", after).and(wanted);
        Query query = em.createNativeQuery(SELECT + " where " + all.sql() + " order by e.id limit " + (limit + 1));
        for (int i = 0; i < all.values().size(); i++) {
            query.setParameter(i + 1, all.values().get(i));
        }
        return Slice.of(Rows.list(query, EnterpriseRow::view), limit, EnterpriseView::id)
                .noted(text.isEmpty() ? "" : lookup.notice(text));
    }

    @Transactional
    public EnterpriseView get(long id) {
        Query query = em.createNativeQuery(SELECT + " where e.id = ?").setParameter(1, id);
        return Rows.one(query, EnterpriseRow::view).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 when there is none within the viewer's range, or it was merged into another */
    @Transactional
    public EnterpriseView standing(long id) {
        Query query = em.createNativeQuery(SELECT + " where e.id = ? and e.merged_into is null")
                .setParameter(1, id);
        return Rows.one(query, EnterpriseRow::view).orElseThrow(Problem::notFound);
    }

    /** The enterprise the viewer acts for. @throws Problem 404 when he acts for none */
    @Transactional
    public EnterpriseView mine() {
        Long id = viewer.require().enterpriseId();
        if (id == null) {
            throw Problem.notFound();
        }
        return get(id);
    }

    /** The coordinator of the enterprise the viewer acts for; without one, the coordinators of its house, by name. */
    @Transactional
    public List<Coordinator> coordinators() {
        Query query = em.createNativeQuery("select name_zh, name_en, mail, unit_zh, unit_en, own, substitute_zh,"
                        + " substitute_en, substitute_mail from enterprise_coordinators(?, ?)")
                .setParameter(1, mine().id())
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.list(
                query,
                row -> new Coordinator(
                        row.text(0),
                        row.textOrNull(1),
                        row.text(2),
                        row.text(3),
                        row.textOrNull(4),
                        row.flag(5),
                        row.textOrNull(6),
                        row.textOrNull(7),
                        row.textOrNull(8)));
    }

    /** From now on nobody acts for the enterprise, neither its users nor its representatives. */
    @Transactional
    public EnterpriseView suspend(long id, long version, Reason reason) {
        return change(id, version, clock.instant(), reason);
    }

    /** Its users and representatives may act again as before. */
    @Transactional
    public EnterpriseView resume(long id, long version, Reason reason) {
        return change(id, version, null, reason);
    }

    private EnterpriseView change(long id, long version, @Nullable Instant suspendedAt, Reason reason) {
        EnterpriseView before = get(id);
        Versions.check(version, before.version());
        if ((before.suspendedAt() == null) == (suspendedAt == null)) {
            throw new Problem(409, "enterprise.problem.nothing-to-change");
        }
        int changed = em.createNativeQuery("update enterprise set suspended_at = cast(? as timestamptz),"
                        + " version = version + 1 where id = ? and version = ?")
                .setParameter(
                        1,
                        suspendedAt == null
                                ? null
                                : suspendedAt.atOffset(ZoneOffset.UTC).toString())
                .setParameter(2, id)
                .setParameter(3, version)
                .executeUpdate();
        Versions.check(1, changed);
        audit.record(
                suspendedAt == null ? "enterprise.resume-access" : "enterprise.suspend-access",
                new AuditTrail.Subject("enterprise", id, before.orgPath()),
                Changes.none()
                        .with("suspendedAt", before.suspendedAt(), suspendedAt)
                        .with("reason", reason.reason()));
        mail.tellOfAccess(before, suspendedAt != null, reason.reason());
        return get(id);
    }
}
