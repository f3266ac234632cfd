package org.aeoreach.enterprise.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.EnterpriseView;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/** An enterprise's administrator offers rights to a representative, by his mail address. */
@ApplicationScoped
public class OfferDelegation {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Enterprises enterprises;

    @Inject
    private Delegations delegations;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnterpriseMail mail;

    @Inject
    private Clock clock;

    /** What is offered to whom. The last day is at most two years after the first. */
    public record Offer(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 254) String mail,
            @NotNull Language language,
            @NotEmpty Set<Right> rights,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @Nullable @Size(max = 500) String note) {}

    /**
     * Makes the offer and sends the link to accept it. Whether the address belongs to somebody known is not told.
     *
     * @throws Problem 400 when the days or rights are not possible
     */
    @Transactional
    public DelegationView offer(Offer offer) {
        EnterpriseView enterprise = enterprises.mine();
        MailAddress.of("mail", offer.mail());
        HeaderText.of("name", offer.name());
        if (offer.firstDay().isBefore(Time.today(clock))) {
            throw Problem.invalid("firstDay", "enterprise.invalid.in-past");
        }
        Delegation delegation = new Delegation(enterprise, offer, clock.instant());
        em.persist(delegation);
        em.flush();
        audit.record(
                "enterprise.offer-delegation",
                new AuditTrail.Subject("delegation", delegation.id(), enterprise.orgPath()),
                Changes.none()
                        .with("enterprise", enterprise.id())
                        .with("rights", Right.names(offer.rights()))
                        .with("firstDay", offer.firstDay())
                        .with("lastDay", offer.lastDay()));
        send(enterprise, offer, link(delegation, offer));
        return delegations.get(delegation.id());
    }

    /** The link can be used as long as the offer: until its last day is over in China. */
    private LinkToken link(Delegation delegation, Offer offer) {
        LinkToken token = LinkToken.fresh();
        Instant until = offer.lastDay().plusDays(1).atStartOfDay(Time.ZONE).toInstant();
        em.createNativeQuery("select 1 from open_delegation_link(?, ?, ?)")
                .setParameter(1, token.hash())
                .setParameter(2, delegation.id())
                .setParameter(3, until.atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return token;
    }

    private void send(EnterpriseView enterprise, Offer offer, LinkToken token) {
        mail.send(
                "enterprise-delegation",
                new Addressee(offer.name(), null, offer.mail(), offer.language()),
                EnterpriseMail.About.of(enterprise),
                language -> Map.of(
                        "enterprise", language.pick(enterprise.nameZh(), enterprise.nameEn()),
                        "rights", mail.rights(offer.rights(), language),
                        "firstDay", EnterpriseMail.day(offer.firstDay(), language),
                        "lastDay", EnterpriseMail.day(offer.lastDay(), language),
                        "accept", "/portal/delegation/" + token.text()));
    }
}
