package org.aeoreach.enterprise.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/** A user of an enterprise. Rows are added by the database function that also finds or makes the account. */
@Entity
@Table(name = "enterprise_member")
class Member {

    @Id
    private Long id;

    @Column(name = "enterprise_id", insertable = false, updatable = false)
    private long enterpriseId;

    @Column(name = "org_path", insertable = false, updatable = false)
    private String orgPath;

    @Column(name = "account_id", insertable = false, updatable = false)
    private long accountId;

    private String rights;

    @Column(name = "valid_from", insertable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    /** @throws Problem 400 when the last day lies before the first */
    void change(Set<Right> wanted, @Nullable LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(validFrom)) {
            throw Problem.invalid("validTo", "enterprise.invalid.before-beginning");
        }
        rights = Right.names(wanted);
        validTo = lastDay;
    }

    void end(Instant now, @Nullable String reason) {
        endedAt = now;
        endReason = reason;
    }

    /** Whether he administers the enterprise without a last day. */
    boolean administersForGood() {
        return rights().contains(Right.ADMINISTER) && validTo == null;
    }

    boolean ended() {
        return endedAt != null;
    }

    Long id() {
        return id;
    }

    long enterpriseId() {
        return enterpriseId;
    }

    String orgPath() {
        return orgPath;
    }

    long accountId() {
        return accountId;
    }

    Set<Right> rights() {
        return Right.of(rights);
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    long version() {
        return version;
    }
}
