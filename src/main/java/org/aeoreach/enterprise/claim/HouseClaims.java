package org.aeoreach.enterprise.claim;

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
import java.time.ZoneOffset;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.Welcome;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Claims as the house of the enterprise, and all above it, see and decide them. */
@ApplicationScoped
public class HouseClaims {

    private static final String COLUMNS = "select c.id, c.enterprise_id, e.customs_code, e.name_zh, e.name_en, n.zh,"
            + " n.en, c.name, c.mail, c.statement, c.way, c.status, c.created_at, c.decided_at, c.decided_by, a.name_zh,"
            + " a.name_en, c.checked, c.note, c.account_id, c.org_path, c.version, c.language"
            + " from enterprise_claim c join enterprise e on e.id = c.enterprise_id"
            + " join unit_name n on n.unit_id = c.unit_id and n.valid_to is null"
            + " left join account a on a.id = c.decided_by";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnterpriseMail mail;

    @Inject
    private Welcome welcome;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** An officer's decision. @param checked how he checked who the person is @param note what he saw or heard */
    public record Decision(
            @NotNull Verdict verdict,
            ClaimView.@NotNull Check checked,
            @NotBlank @Size(min = 5, max = 500) String note) {}

    /** The newest first. @param status only those; null for all @param enterprise only to this one; null for all */
    @Transactional
    public Slice<ClaimView> list(ClaimView.@Nullable Status status, @Nullable Long enterprise, long before, int limit) {
        Query query = em.createNativeQuery(COLUMNS + " where c.id < ?1"
                        + (status == null ? "" : " and c.status = ?2")
                        + (enterprise == null ? "" : " and c.enterprise_id = ?3")
                        + " order by c.id desc limit ?4")
                .setParameter(1, before)
                .setParameter(4, limit + 1);
        if (status != null) {
            query.setParameter(2, status.name());
        }
        if (enterprise != null) {
            query.setParameter(3, enterprise);
        }
        return Slice.of(Rows.list(query, HouseClaims::view), limit, ClaimView::id);
    }

    @Transactional
    public ClaimView get(long id) {
        return Rows.one(one(id), HouseClaims::view).orElseThrow(Problem::notFound);
    }

    private Query one(long id) {
        return em.createNativeQuery(COLUMNS + " where c.id = ?").setParameter(1, id);
    }

    /**
     * Confirms or refuses a claim.
     *
     * @throws Problem 412 when somebody changed it since that version, 409 when it waits no longer or the enterprise
     *     has an administrator by now
     */
    @Transactional
    public ClaimView decide(long id, long version, Decision decision) {
        ClaimView claim = get(id);
        Versions.check(version, claim.version());
        Query query = em.createNativeQuery(Decided.COLUMNS + "decide_claim_by_officer(?, ?, ?, ?)")
                .setParameter(1, id)
                .setParameter(2, decision.verdict().confirmed())
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, java.sql.Date.valueOf(Time.today(clock)));
        Decided decided =
                Rows.one(query, Decided::of).orElseThrow(() -> new Problem(409, "enterprise.problem.claim-decided"));
        em.createNativeQuery("update enterprise_claim set decided_by = ?, checked = ?, note = ? where id = ?")
                .setParameter(1, viewer.require().accountId())
                .setParameter(2, decision.checked().name())
                .setParameter(3, decision.note())
                .setParameter(4, id)
                .executeUpdate();
        record(claim, decision);
        tell(claim, decided, decision);
        return get(id);
    }

    private void record(ClaimView claim, Decision decision) {
        audit.record(
                decision.verdict().confirmed() ? "enterprise.confirm-claim" : "enterprise.refuse-claim",
                new AuditTrail.Subject("enterprise_claim", claim.id(), claim.orgPath()),
                Changes.none()
                        .with("enterprise", claim.enterpriseId())
                        .with("checked", decision.checked())
                        .with("note", decision.note()));
    }

    private void tell(ClaimView claim, Decided decided, Decision decision) {
        String language = Rows.one(one(claim.id()), row -> row.text(22)).orElseThrow(Problem::notFound);
        Addressee person = Addressee.of(claim.name(), claim.mail(), language);
        if (decision.verdict().confirmed()) {
            welcome.send(
                    decided.newcomer(person),
                    new Welcome.To(
                            claim.enterpriseZh(),
                            claim.enterpriseEn(),
                            new EnterpriseMail.About(claim.enterpriseId(), claim.orgPath())));
        } else {
            mail.send(
                    "enterprise-claim-refused",
                    person,
                    EnterpriseMail.About.unit(claim.orgPath()),
                    reader -> Map.of(
                            "enterprise", reader.pick(claim.enterpriseZh(), claim.enterpriseEn()),
                            "house", reader.pick(claim.unitZh(), claim.unitEn()),
                            "again", "/portal/claim"));
        }
    }

    private static ClaimView view(Rows.Row row) {
        String checked = row.textOrNull(17);
        return new ClaimView(
                row.id(0),
                row.id(1),
                row.textOrNull(2),
                row.text(3),
                row.textOrNull(4),
                row.text(5),
                row.textOrNull(6),
                row.text(7),
                row.text(8),
                row.text(9),
                ClaimView.Way.valueOf(row.text(10)),
                ClaimView.Status.valueOf(row.text(11)),
                row.instant(12),
                row.instantOrNull(13),
                row.idOrNull(14),
                row.textOrNull(15),
                row.textOrNull(16),
                checked == null ? null : ClaimView.Check.valueOf(checked),
                row.textOrNull(18),
                row.idOrNull(19),
                row.text(20),
                row.id(21));
    }
}
