package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.portfolio.CoordinatorLetter;
import org.aeoreach.enterprise.portfolio.EnterpriseRows;
import org.aeoreach.enterprise.portfolio.Officers;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Passes the enterprises an officer coordinates on to another one. */
@ApplicationScoped
public class Handovers {

    private static final String COLUMNS = "select h.id, h.from_account, f.name_zh, f.name_en, h.to_account, t.name_zh,"
            + " t.name_en, h.happened_on, h.reason, (select count(*) from handover_item i where i.handover_id = h.id),"
            + " h.undone_at, h.org_path, h.version from handover h"
            + " cross join lateral officer_facts(h.from_account, h.org_path, china_day()) f"
            + " cross join lateral officer_facts(h.to_account, h.org_path, china_day()) t";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private EnterpriseRows rows;

    @Inject
    private Officers officers;

    @Inject
    private Briefs briefs;

    @Inject
    private CoordinatorLetter letter;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** All enterprises in the viewer's range that one coordinates go to another one today. @param tell the enterprises */
    public record Order(
            @NotNull @Nullable Long fromAccount,
            @NotNull @Nullable Long toAccount,
            @NotBlank @Size(max = 300) String reason,
            boolean tell) {}

    /** An enterprise on its way. @param before the coordination that ends */
    private record Passing(EnterpriseRows.Chosen enterprise, long before) {}

    /** Newest first. */
    @Transactional
    public Slice<HandoverView> list(long before, int limit) {
        Query query = em.createNativeQuery(COLUMNS + " where h.id < ? order by h.id desc limit ?")
                .setParameter(1, before)
                .setParameter(2, limit + 1);
        return Slice.of(Rows.list(query, Handovers::view), limit, HandoverView::id);
    }

    /** @throws Problem 404 */
    @Transactional
    public HandoverView get(long id) {
        return Rows.one(em.createNativeQuery(COLUMNS + " where h.id = ?").setParameter(1, id), Handovers::view)
                .orElseThrow(Problem::notFound);
    }

    /** The enterprises of a handover, by name. */
    @Transactional
    public List<HandoverView.Item> items(long id) {
        Query query = em.createNativeQuery("select i.id, i.enterprise_id, e.name_zh, e.name_en, i.brief_zh, i.brief_en,"
                        + " i.told from handover_item i join enterprise e on e.id = i.enterprise_id"
                        + " where i.handover_id = ? order by e.name_zh collate pinyin, e.id")
                .setParameter(1, id);
        return Rows.list(
                query,
                row -> new HandoverView.Item(
                        row.id(0), row.id(1), row.text(2), row.textOrNull(3), row.text(4), row.text(5), (int)
                                row.id(6)));
    }

    /** What the officer coordinates within the viewer's range. @throws Problem 422 when that is too much for one */
    @Transactional
    public List<EnterpriseRows.Chosen> portfolio(long account) {
        Query query = em.createNativeQuery("select e.id from enterprise e where e.coordinator_id = ?"
                        + " and e.merged_into is null order by e.id limit ?")
                .setParameter(1, account)
                .setParameter(2, EnterpriseRows.MOST + 1);
        return rows.read(Rows.list(query, row -> row.id(0)));
    }

    /**
     * Passes all of them on, with a brief each.
     *
     * @throws Problem 400 when the new one may not look after all of them, 409 when there is nothing to pass on
     */
    @Transactional
    public HandoverView make(Order order) {
        long from = Objects.requireNonNull(order.fromAccount());
        long to = Objects.requireNonNull(order.toAccount());
        if (from == to) {
            throw Problem.invalid("toAccount", "portfolio.invalid.same-officer");
        }
        List<EnterpriseRows.Chosen> held = rows.hold(
                portfolio(from).stream().map(EnterpriseRows.Chosen::id).toList());
        List<Passing> passing = passing(held, from);
        if (passing.isEmpty()) {
            throw new Problem(409, "portfolio.problem.nothing-to-hand-over");
        }
        officers.hold(
                to, passing.stream().map(each -> each.enterprise().orgPath()).toList(), "toAccount");
        long id = insert(order, from, to);
        for (Passing each : passing) {
            pass(each, id, to, order.tell());
        }
        record("portfolio.hand-over", id, order, passing);
        return get(id);
    }

    /** Read again once the enterprises are held: another handover may have been quicker. */
    private List<Passing> passing(List<EnterpriseRows.Chosen> held, long from) {
        Map<Long, Long> coordinations = new HashMap<>();
        Query query = em.createNativeQuery("select c.enterprise_id, c.id from coordination c where c.account_id = ?"
                        + " and c.part = 'COORDINATOR' and c.valid_to is null")
                .setParameter(1, from);
        Rows.list(query, row -> Map.entry(row.id(0), row.id(1)))
                .forEach(each -> coordinations.put(each.getKey(), each.getValue()));
        return held.stream()
                .filter(each -> coordinations.containsKey(each.id()))
                .map(each -> new Passing(each, coordinations.getOrDefault(each.id(), 0L)))
                .toList();
    }

    private long insert(Order order, long from, long to) {
        Viewer now = viewer.require();
        Query query = em.createNativeQuery("insert into handover (from_account, to_account, unit_id, org_path,"
                        + " happened_on, reason, account_id) values (?, ?, ?, ?, ?, ?, ?) returning id")
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, now.unitId())
                .setParameter(4, now.orgPath())
                .setParameter(5, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(6, order.reason())
                .setParameter(7, now.accountId());
        return ((Number) query.getSingleResult()).longValue();
    }

    private void pass(Passing passing, long handover, long to, boolean tell) {
        long enterprise = passing.enterprise().id();
        Briefs.Brief brief = briefs.of(enterprise);
        Long member = membership(enterprise, to);
        long after = move(enterprise, to, handover);
        int told = tell ? letter.tell(enterprise, to) : 0;
        em.createNativeQuery("insert into handover_item (handover_id, enterprise_id, unit_id, org_path, before_id,"
                        + " after_id, brief_zh, brief_en, told, member_id) select ?, e.id, e.unit_id, e.org_path, ?, ?, ?, ?,"
                        + " ?, cast(? as bigint) from enterprise e where e.id = ?")
                .setParameter(1, handover)
                .setParameter(2, passing.before())
                .setParameter(3, after)
                .setParameter(4, brief.zh())
                .setParameter(5, brief.en())
                .setParameter(6, told)
                .setParameter(7, member == null ? null : member.toString())
                .setParameter(8, enterprise)
                .executeUpdate();
    }

    /** The place he has in the team of the enterprise, or null. */
    private @Nullable Long membership(long enterprise, long account) {
        Query query = em.createNativeQuery("select id from coordination where enterprise_id = ? and account_id = ?"
                        + " and part = 'MEMBER' and valid_to is null")
                .setParameter(1, enterprise)
                .setParameter(2, account);
        return Rows.one(query, row -> row.id(0)).orElse(null);
    }

    /** The coordinator of today ends, and the place of the new one in the team; he begins. Returns the new coordination. */
    private long move(long enterprise, long to, long handover) {
        LocalDate today = Time.today(clock);
        em.createNativeQuery("update coordination set valid_to = ?, version = version + 1 where enterprise_id = ?"
                        + " and valid_to is null and (part = 'COORDINATOR' or account_id = ?)")
                .setParameter(1, java.sql.Date.valueOf(today.minusDays(1)))
                .setParameter(2, enterprise)
                .setParameter(3, to)
                .executeUpdate();
        Query query = em.createNativeQuery(
                        "insert into coordination (enterprise_id, unit_id, org_path, account_id, part,"
                                + " valid_from, handover_id) select e.id, e.unit_id, e.org_path, ?, 'COORDINATOR', ?, ?"
                                + " from enterprise e where e.id = ? returning id")
                .setParameter(1, to)
                .setParameter(2, java.sql.Date.valueOf(today))
                .setParameter(3, handover)
                .setParameter(4, enterprise);
        return ((Number) query.getSingleResult()).longValue();
    }

    private void record(String action, long id, Order order, List<Passing> passing) {
        audit.record(
                action,
                new AuditTrail.Subject("handover", id, viewer.require().orgPath()),
                Changes.none()
                        .with("account", order.fromAccount(), order.toAccount())
                        .with(
                                "enterprises",
                                EnterpriseRows.joined(passing.stream()
                                        .map(each -> each.enterprise().id())
                                        .toList()))
                        .with("reason", order.reason()));
    }

    /**
     * Gives every enterprise back to the one who had it, from today; all of them or none.
     *
     * @throws Problem 409 naming those that were changed since, or when it was undone already, or when the officer who
     *     had them holds no role for it any more
     */
    @Transactional
    public HandoverView undo(long id, long version) {
        HandoverView before = get(id);
        Versions.check(version, before.version());
        if (before.undone()) {
            throw new Problem(409, "portfolio.problem.undone");
        }
        int changed = em.createNativeQuery("update handover set undone_at = now(), undone_by = ?, version = version + 1"
                        + " where id = ? and version = ? and undone_at is null")
                .setParameter(1, viewer.require().accountId())
                .setParameter(2, id)
                .setParameter(3, version)
                .executeUpdate();
        Versions.check(1, changed);
        List<HandoverView.Item> items = items(id);
        List<EnterpriseRows.Chosen> held =
                rows.hold(items.stream().map(HandoverView.Item::enterpriseId).toList());
        requireUnchanged(id);
        requireStanding(before, held);
        for (HandoverView.Item item : items) {
            move(item.enterpriseId(), before.fromAccount(), id);
            if (item.told() > 0) {
                letter.tell(item.enterpriseId(), before.fromAccount());
            }
        }
        rejoin(before);
        audit.record(
                "portfolio.undo-handover",
                new AuditTrail.Subject("handover", id, before.orgPath()),
                Changes.none().with("account", before.toAccount(), before.fromAccount()));
        return get(id);
    }

    /** Who helped with an enterprise before it was passed to him helps again, while his role lets him. */
    private void rejoin(HandoverView handover) {
        em.createNativeQuery("insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from,"
                        + " handover_id) select e.id, e.unit_id, e.org_path, ?1, 'MEMBER', ?2, i.handover_id"
                        + " from handover_item i join enterprise e on e.id = i.enterprise_id"
                        + " where i.handover_id = ?3 and i.member_id is not null"
                        + " and may_coordinate(?1, e.org_path, ?2) order by e.id")
                .setParameter(1, handover.toAccount())
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(3, handover.id())
                .executeUpdate();
    }

    private void requireUnchanged(long id) {
        Query query = em.createNativeQuery("select e.name_zh, e.name_en from handover_item i"
                        + " join enterprise e on e.id = i.enterprise_id join coordination c on c.id = i.after_id"
                        + " where i.handover_id = ? and c.valid_to is not null order by e.id limit 5")
                .setParameter(1, id);
        Language language = RequestContext.current().language();
        List<String> changed = Rows.list(query, row -> language.pick(row.text(0), row.textOrNull(1)));
        if (!changed.isEmpty()) {
            throw new Problem(409, "portfolio.problem.changed-since", String.join("; ", changed));
        }
    }

    private void requireStanding(HandoverView handover, List<EnterpriseRows.Chosen> held) {
        try {
            officers.hold(
                    handover.fromAccount(),
                    held.stream().map(EnterpriseRows.Chosen::orgPath).toList(),
                    "fromAccount");
        } catch (Problem gone) {
            throw new Problem(409, "portfolio.problem.former-gone");
        }
    }

    private static HandoverView view(Rows.Row row) {
        return new HandoverView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.id(4),
                row.text(5),
                row.textOrNull(6),
                row.date(7),
                row.text(8),
                row.id(9),
                row.instantOrNull(10),
                row.text(11),
                row.id(12));
    }
}
