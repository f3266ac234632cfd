package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Who looks after an enterprise: given, ended, and as it was. */
@ApplicationScoped
public class Coordinations {

    private static final String COLUMNS = "select c.id, c.enterprise_id, e.name_zh, e.name_en, c.account_id, o.name_zh,"
            + " o.name_en, c.part, c.valid_from, c.valid_to, o.stands, o.substitute_zh, o.substitute_en,"
            + " o.substitute_until, c.handover_id, c.reason, c.org_path, c.version from coordination c"
            + " join enterprise e on e.id = c.enterprise_id"
            + " cross join lateral officer_facts(c.account_id, c.org_path, china_day()) o";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private EnterpriseRows rows;

    @Inject
    private Officers officers;

    @Inject
    private CoordinatorLetter letter;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** An officer is to look after enterprises from today. @param tell whether they are told who their coordinator is */
    public record Assignment(
            @NotEmpty List<@NotNull Long> enterpriseIds,
            @NotNull @Nullable Long accountId,
            @NotNull CoordinationView.@Nullable Part part,
            @Size(max = 300) @Nullable String reason,
            boolean tell) {}

    /** Why somebody looks after an enterprise no longer. */
    public record Ending(@NotBlank @Size(max = 300) String reason) {}

    /** What came of an assignment. @param unchanged enterprises he looked after already in that part */
    public record Assigned(int assigned, int unchanged, int told) {}

    /** The coordinator first, then the team. @throws Problem 404 */
    @Transactional
    public List<CoordinationView> current(long enterprise) {
        rows.read(List.of(enterprise));
        return Rows.list(
                em.createNativeQuery(
                                COLUMNS + " where c.enterprise_id = ? and c.valid_to is null order by c.part, c.id")
                        .setParameter(1, enterprise),
                Coordinations::view);
    }

    /** What is over, newest first. */
    @Transactional
    public Slice<CoordinationView> past(long enterprise, long before, int limit) {
        Query query = em.createNativeQuery(
                        COLUMNS
                                + " where c.enterprise_id = ? and c.valid_to is not null and c.id < ? order by c.id desc limit ?")
                .setParameter(1, enterprise)
                .setParameter(2, before)
                .setParameter(3, limit + 1);
        return Slice.of(Rows.list(query, Coordinations::view), limit, CoordinationView::id);
    }

    /** @throws Problem 404 */
    @Transactional
    public CoordinationView get(long id) {
        Query query = em.createNativeQuery(COLUMNS + " where c.id = ?").setParameter(1, id);
        return Rows.one(query, Coordinations::view).orElseThrow(Problem::notFound);
    }

    /**
     * Gives enterprises to an officer from today on; a coordinator they had is relieved.
     *
     * @throws Problem 404 when one of them is out of reach, 400 when he holds no role over one of them
     */
    @Transactional
    public Assigned assign(Assignment wanted) {
        long account = Objects.requireNonNull(wanted.accountId());
        CoordinationView.Part part = Objects.requireNonNull(wanted.part());
        List<EnterpriseRows.Chosen> chosen = rows.hold(wanted.enterpriseIds());
        officers.hold(
                account, chosen.stream().map(EnterpriseRows.Chosen::orgPath).toList(), "accountId");
        Set<Long> same = holding(chosen, account, part);
        List<EnterpriseRows.Chosen> changed =
                chosen.stream().filter(each -> !same.contains(each.id())).toList();
        String ids = EnterpriseRows.joined(
                changed.stream().map(EnterpriseRows.Chosen::id).toList());
        List<String> before = relieved(ids, account, part);
        add(ids, account, part, wanted.reason());
        int told = wanted.tell() && part == CoordinationView.Part.COORDINATOR ? tell(changed, account) : 0;
        record(chosen, wanted, before, ids);
        return new Assigned(changed.size(), same.size(), told);
    }

    /** Who coordinates an enterprise needs no place in its team. */
    private Set<Long> holding(List<EnterpriseRows.Chosen> chosen, long account, CoordinationView.Part part) {
        Query query = em.createNativeQuery("select c.enterprise_id from coordination c where c.valid_to is null"
                        + " and c.account_id = ? and c.part in (?, 'COORDINATOR')"
                        + " and c.enterprise_id = any (cast(string_to_array(?, ',') as bigint[]))")
                .setParameter(1, account)
                .setParameter(2, part.name())
                .setParameter(
                        3,
                        EnterpriseRows.joined(
                                chosen.stream().map(EnterpriseRows.Chosen::id).toList()));
        return new LinkedHashSet<>(Rows.list(query, row -> row.id(0)));
    }

    /** Ends what the new one takes the place of, and tells what that was: enterprise and account. */
    private List<String> relieved(String ids, long account, CoordinationView.Part part) {
        if (part == CoordinationView.Part.MEMBER || ids.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery("update coordination c set valid_to = ?, version = version + 1"
                        + " where c.enterprise_id = any (cast(string_to_array(?, ',') as bigint[]))"
                        + " and c.valid_to is null and (c.part = 'COORDINATOR' or c.account_id = ?)"
                        + " returning c.enterprise_id, c.account_id, c.part")
                .setParameter(1, java.sql.Date.valueOf(yesterday()))
                .setParameter(2, ids)
                .setParameter(3, account);
        return Rows.list(query, row -> row.id(0) + ":" + row.id(1) + ":" + row.text(2));
    }

    private LocalDate yesterday() {
        return Time.today(clock).minusDays(1);
    }

    private void add(String ids, long account, CoordinationView.Part part, @Nullable String reason) {
        if (ids.isEmpty()) {
            return;
        }
        em.createNativeQuery("insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from,"
                        + " reason) select e.id, e.unit_id, e.org_path, ?, ?, ?, ? from enterprise e"
                        + " where e.id = any (cast(string_to_array(?, ',') as bigint[])) order by e.id")
                .setParameter(1, account)
                .setParameter(2, part.name())
                .setParameter(3, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(4, reason)
                .setParameter(5, ids)
                .executeUpdate();
    }

    private int tell(List<EnterpriseRows.Chosen> changed, long account) {
        List<Long> ids = changed.stream().map(EnterpriseRows.Chosen::id).toList();
        return letter.tell(ids, account).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void record(List<EnterpriseRows.Chosen> chosen, Assignment wanted, List<String> before, String ids) {
        AuditTrail.Subject subject = chosen.size() == 1
                ? new AuditTrail.Subject(
                        "enterprise", chosen.get(0).id(), chosen.get(0).orgPath())
                : AuditTrail.Subject.unnumbered("enterprise", viewer.require().orgPath());
        audit.record(
                "portfolio.assign",
                subject,
                Changes.none()
                        .with("account", wanted.accountId())
                        .with("part", wanted.part())
                        .with("enterprises", String.join(",", before), ids)
                        .with("reason", wanted.reason()));
    }

    /** Somebody looks after the enterprise no longer, from today. @throws Problem 409 when that is over already */
    @Transactional
    public CoordinationView end(long id, long version, Ending ending) {
        CoordinationView before = get(id);
        Versions.check(version, before.version());
        if (!before.current()) {
            throw new Problem(409, "portfolio.problem.ended");
        }
        // What happens to who looks after an enterprise happens under its lock.
        em.createNativeQuery("select e.id from enterprise e where e.id = ? for no key update of e")
                .setParameter(1, before.enterpriseId())
                .getResultList();
        int changed = em.createNativeQuery("update coordination set valid_to = ?, reason = ?, version = version + 1"
                        + " where id = ? and version = ? and valid_to is null")
                .setParameter(1, java.sql.Date.valueOf(yesterday()))
                .setParameter(2, ending.reason())
                .setParameter(3, id)
                .setParameter(4, version)
                .executeUpdate();
        Versions.check(1, changed);
        audit.record(
                "portfolio.end",
                new AuditTrail.Subject("enterprise", before.enterpriseId(), before.orgPath()),
                Changes.none()
                        .with("account", before.accountId(), null)
                        .with("part", before.part(), null)
                        .with("reason", ending.reason()));
        return get(id);
    }

    private static CoordinationView view(Rows.Row row) {
        return new CoordinationView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.id(4),
                row.text(5),
                row.textOrNull(6),
                CoordinationView.Part.valueOf(row.text(7)),
                row.date(8),
                row.dateOrNull(9),
                row.flag(10),
                row.textOrNull(11),
                row.textOrNull(12),
                row.dateOrNull(13),
                row.idOrNull(14),
                row.textOrNull(15),
                row.text(16),
                row.id(17));
    }
}
