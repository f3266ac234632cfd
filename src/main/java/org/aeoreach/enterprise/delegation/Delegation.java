package org.aeoreach.enterprise.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.enterprise.EnterpriseView;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/** Rights an enterprise lends to a representative from a day to a day, both included. */
@Entity
class Delegation {

    /** Longest time between the first and the last day. */
    static final int MOST_YEARS = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delegation_seq")
    @SequenceGenerator(name = "delegation_seq", sequenceName = "delegation_seq", allocationSize = 1)
    private Long id;

    @Column(name = "enterprise_id")
    private long enterpriseId;

    @Column(name = "unit_id")
    private long unitId;

    @Column(name = "org_path")
    private String orgPath;

    @Column(name = "enterprise_zh")
    private String enterpriseZh;

    @Column(name = "enterprise_en")
    private @Nullable String enterpriseEn;

    @Column(name = "representative_name")
    private String representativeName;

    @Column(name = "representative_mail")
    private String representativeMail;

    private String language;

    private String rights;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private @Nullable String note;

    @Column(name = "offered_at")
    private Instant offeredAt;

    // Set by the function that also gives the role.
    @Column(name = "accepted_at", insertable = false, updatable = false)
    private @Nullable Instant acceptedAt;

    @Column(name = "declined_at")
    private @Nullable Instant declinedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_by")
    private DelegationView.@Nullable Side endedBy;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Delegation() {}

    /** @throws Problem 400 when the days are not in order, too far apart, or a right cannot be delegated */
    @SuppressWarnings("NullAway.Init")
    Delegation(EnterpriseView enterprise, OfferDelegation.Offer offer, Instant now) {
        if (offer.lastDay().isBefore(offer.firstDay())) {
            throw Problem.invalid("lastDay", "enterprise.invalid.before-beginning");
        }
        if (offer.lastDay().isAfter(offer.firstDay().plusYears(MOST_YEARS))) {
            throw Problem.invalid("lastDay", "enterprise.invalid.too-long", MOST_YEARS);
        }
        if (!Right.DELEGABLE.containsAll(offer.rights())) {
            throw Problem.invalid("rights", "enterprise.invalid.not-delegable");
        }
        this.enterpriseId = enterprise.id();
        this.unitId = enterprise.unitId();
        this.orgPath = enterprise.orgPath();
        this.enterpriseZh = enterprise.nameZh();
        this.enterpriseEn = enterprise.nameEn();
        this.representativeName = offer.name();
        this.representativeMail = offer.mail();
        this.language = offer.language().code();
        this.rights = Right.names(offer.rights());
        this.firstDay = offer.firstDay();
        this.lastDay = offer.lastDay();
        this.note = offer.note();
        this.offeredAt = now;
    }

    /** @throws Problem 409 when it is over already */
    void revoke(Instant now, DelegationView.Side side, @Nullable String reason) {
        requireRunning();
        revokedAt = now;
        endedBy = side;
        endReason = reason;
    }

    /** @throws Problem 409 when it is over or accepted already */
    void decline(Instant now) {
        requireRunning();
        if (acceptedAt != null) {
            throw new Problem(409, "enterprise.problem.delegation-over");
        }
        declinedAt = now;
        endedBy = DelegationView.Side.REPRESENTATIVE;
    }

    private void requireRunning() {
        if (revokedAt != null || declinedAt != null) {
            throw new Problem(409, "enterprise.problem.delegation-over");
        }
    }

    Long id() {
        return id;
    }

    long version() {
        return version;
    }
}
