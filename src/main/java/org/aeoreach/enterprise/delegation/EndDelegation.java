package org.aeoreach.enterprise.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.EnterpriseView;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.enterprise.delegation.DelegationView.Side;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Ends a delegation at once, from any of its three sides; the others are told by mail. */
@ApplicationScoped
public class EndDelegation {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Delegations delegations;

    @Inject
    private Enterprises enterprises;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnterpriseMail mail;

    @Inject
    private Clock clock;

    /**
     * By an administrator of the enterprise that gave it.
     *
     * @throws Problem 404 when another did, 412 on a stale version, 409 when it is over already
     */
    @Transactional
    public DelegationView revoke(long id, long version) {
        delegations.ofMine(id);
        return end(id, version, Side.ENTERPRISE, null);
    }

    /** By an officer in whose range the enterprise is; both sides are told the reason. */
    @Transactional
    public DelegationView revoke(long id, long version, Enterprises.Reason reason) {
        DelegationView ended = end(id, version, Side.HOUSE, reason.reason());
        EnterpriseView enterprise = enterprises.get(ended.enterpriseId());
        List<Addressee> all = new ArrayList<>(mail.responsible(enterprise));
        all.add(representative(ended));
        for (Addressee to : all) {
            mail.send(
                    "enterprise-delegation-revoked-by-house",
                    to,
                    new EnterpriseMail.About(ended.enterpriseId(), ended.orgPath()),
                    language -> Map.of(
                            "enterprise", language.pick(ended.enterpriseZh(), ended.enterpriseEn()),
                            "representative", ended.representativeName(),
                            "house", language.pick(enterprise.unitZh(), enterprise.unitEn()),
                            "reason", reason.reason()));
        }
        return ended;
    }

    /** By the representative: he declines the offer, or gives back what he accepted. */
    @Transactional
    public DelegationView giveBack(long id, long version) {
        delegations.held(id);
        return end(id, version, Side.REPRESENTATIVE, null);
    }

    private DelegationView end(long id, long version, Side side, @Nullable String reason) {
        DelegationView before = delegations.get(id);
        Delegation delegation = em.find(Delegation.class, id);
        if (delegation == null) {
            throw Problem.notFound();
        }
        Versions.check(version, delegation.version());
        if (side == Side.REPRESENTATIVE && before.acceptedAt() == null) {
            delegation.decline(clock.instant());
        } else {
            delegation.revoke(clock.instant(), side, reason);
        }
        em.flush();
        DelegationView after = delegations.get(id);
        audit.record(
                "enterprise.end-delegation",
                new AuditTrail.Subject("delegation", id, before.orgPath()),
                Changes.none()
                        .with("enterprise", before.enterpriseId())
                        .with("status", before.status(), after.status())
                        .with("endedBy", side)
                        .with("reason", reason));
        if (side == Side.ENTERPRISE) {
            tell("enterprise-delegation-revoked", List.of(representative(after)), after);
        } else if (side == Side.REPRESENTATIVE) {
            tell("enterprise-delegation-returned", mail.administrators(after.enterpriseId()), after);
        }
        return after;
    }

    private void tell(String template, List<Addressee> all, DelegationView delegation) {
        for (Addressee to : all) {
            mail.send(
                    template,
                    to,
                    new EnterpriseMail.About(delegation.enterpriseId(), delegation.orgPath()),
                    language -> Map.of(
                            "enterprise", language.pick(delegation.enterpriseZh(), delegation.enterpriseEn()),
                            "representative", delegation.representativeName()));
        }
    }

    private static Addressee representative(DelegationView delegation) {
        return new Addressee(
                delegation.representativeName(), null, delegation.representativeMail(), delegation.language());
    }
}
