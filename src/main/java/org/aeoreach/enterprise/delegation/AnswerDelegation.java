package org.aeoreach.enterprise.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.enterprise.Welcome;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/** A representative accepts what he has been offered, signed in or by the link that was sent to his address. */
@ApplicationScoped
public class AnswerDelegation {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Delegations delegations;

    @Inject
    private AuditTrail audit;

    @Inject
    private Welcome welcome;

    @Inject
    private Clock clock;

    /** What whoever follows the link sees before he answers. */
    public record Offered(
            String enterpriseZh,
            @Nullable String enterpriseEn,
            String name,
            String mail,
            Set<Right> rights,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String note,
            String language) {}

    private record Accepted(
            String outcome, long delegationId, long enterpriseId, String orgPath, long accountId, boolean made) {}

    /** The offer behind a link, while it can be accepted. */
    @Transactional
    public Optional<Offered> offered(LinkToken token) {
        Query query = em.createNativeQuery("select enterprise_zh, enterprise_en, representative_name,"
                        + " representative_mail, rights, first_day, last_day, note, language"
                        + " from delegation_of_link(?, ?, ?)")
                .setParameter(1, token.hash())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.one(
                query,
                row -> new Offered(
                        row.text(0),
                        row.textOrNull(1),
                        row.text(2),
                        row.text(3),
                        Right.of(row.text(4)),
                        row.date(5),
                        row.date(6),
                        row.textOrNull(7),
                        row.text(8)));
    }

    /**
     * Accepts by a link, once: with the account of the signed-in enterprise person, else with the one of the address,
     * which is made when there is none.
     *
     * @return whether a new account was made, to which the way in is sent
     * @throws Problem 404 when the link cannot be used, 409 when the person is a user of that enterprise already
     */
    @Transactional
    public boolean accept(LinkToken token) {
        Offered offer = offered(token).orElseThrow(Problem::notFound);
        Accepted accepted = accept(null, token);
        if (accepted.made()) {
            welcome.send(
                    new Welcome.Newcomer(
                            accepted.accountId(), true, Addressee.of(offer.name(), offer.mail(), offer.language())),
                    new Welcome.To(
                            offer.enterpriseZh(),
                            offer.enterpriseEn(),
                            new EnterpriseMail.About(accepted.enterpriseId(), accepted.orgPath())));
        }
        return accepted.made();
    }

    /** Accepts what was offered to the viewer's own address. @throws Problem as by link */
    @Transactional
    public DelegationView accept(long id) {
        delegations.held(id);
        accept(id, null);
        return delegations.held(id);
    }

    private Accepted accept(@Nullable Long id, @Nullable LinkToken token) {
        Query query = em.createNativeQuery("select outcome, delegation_id, enterprise_id, org_path, account_id, made"
                        + " from accept_delegation(cast(? as bigint), cast(? as bytea), ?, ?)")
                .setParameter(1, id)
                .setParameter(2, token == null ? null : token.hash())
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, java.sql.Date.valueOf(Time.today(clock)));
        Accepted accepted = Rows.one(query, AnswerDelegation::accepted)
                .orElseThrow(() -> new Problem(409, "enterprise.problem.delegation-over"));
        if (accepted.outcome().equals("OWN")) {
            throw new Problem(409, "enterprise.problem.own-enterprise");
        }
        audit.record(
                "enterprise.accept-delegation",
                new AuditTrail.Subject("delegation", accepted.delegationId(), accepted.orgPath()),
                Changes.none().with("enterprise", accepted.enterpriseId()).with("account", accepted.accountId()));
        return accepted;
    }

    private static Accepted accepted(Rows.Row row) {
        return new Accepted(row.text(0), row.id(1), row.id(2), row.text(3), row.id(4), row.flag(5));
    }
}
