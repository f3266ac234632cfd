package org.aeoreach.organization.substitution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.organization.people.Roles;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Somebody stands in for an absent officer in one of his roles, from a day to a day, both included. */
@Entity
class Substitution {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "substitution_seq")
    @SequenceGenerator(name = "substitution_seq", sequenceName = "substitution_seq", allocationSize = 1)
    private Long id;

    @Column(name = "assignment_id")
    private long assignmentId;

    @Column(name = "absent_id")
    private long absentId;

    @Column(name = "substitute_id")
    private long substituteId;

    @Column(name = "org_path")
    private String orgPath;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Substitution() {}

    @SuppressWarnings("NullAway.Init")
    Substitution(Roles.Assignment assignment, long substituteId, LocalDate firstDay, LocalDate lastDay) {
        if (lastDay.isBefore(firstDay)) {
            throw Problem.invalid("lastDay", "organization.invalid.before-beginning", firstDay);
        }
        if (substituteId == assignment.accountId()) {
            throw Problem.invalid("substituteId", "organization.invalid.own-substitute");
        }
        this.assignmentId = assignment.id();
        this.absentId = assignment.accountId();
        this.substituteId = substituteId;
        this.orgPath = assignment.orgPath();
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    Long id() {
        return id;
    }

    String orgPath() {
        return orgPath;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    long version() {
        return version;
    }
}
