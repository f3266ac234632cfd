package org.aeoreach.organization.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.aeoreach.organization.UnitKind;
import org.aeoreach.organization.UnitView;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/** A role somebody holds in a unit, from a day to a day, both included. */
@Entity
@Table(name = "role_assignment")
class RoleAssignment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "role_assignment_seq")
    @SequenceGenerator(name = "role_assignment_seq", sequenceName = "role_assignment_seq", allocationSize = 1)
    private Long id;

    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "unit_id")
    private long unitId;

    @Column(name = "org_path")
    private String orgPath;

    /** The enterprise an enterprise user acts for; null in every other role. */
    @Column(name = "enterprise_id")
    private @Nullable Long enterpriseId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RoleAssignment() {}

    @SuppressWarnings("NullAway.Init")
    RoleAssignment(long accountId, Role role, UnitView unit, LocalDate validFrom) {
        if (!fits(role, unit.kind())) {
            throw Problem.invalid("role", "organization.invalid.role-for-unit");
        }
        this.accountId = accountId;
        this.role = role;
        this.unitId = unit.id();
        this.orgPath = unit.orgPath();
        this.validFrom = validFrom;
    }

    /** The same role in the unit that takes over from a day on. */
    RoleAssignment movedTo(UnitView successor, LocalDate from) {
        RoleAssignment moved = new RoleAssignment(accountId, role, successor, from);
        moved.enterpriseId = enterpriseId;
        return moved;
    }

    /** Which roles are held at which level. */
    static boolean fits(Role role, UnitKind kind) {
        return switch (role) {
            case GACC_OFFICER, SYSTEM_ADMINISTRATOR -> kind == UnitKind.GACC;
            case DISTRICT_OFFICER -> kind == UnitKind.DISTRICT;
            case HOUSE_OFFICER, ENTERPRISE_USER -> kind == UnitKind.HOUSE;
            case COORDINATOR -> kind != UnitKind.GACC;
            case UNIT_ADMINISTRATOR, AUDITOR -> true;
        };
    }

    /** @param lastDay the last day on which the role is held; the day before the first one when it never is */
    void end(LocalDate lastDay) {
        if (lastDay.isBefore(validFrom.minusDays(1))) {
            throw Problem.invalid("validTo", "organization.invalid.before-beginning", validFrom);
        }
        validTo = lastDay;
    }

    /**
     * Ends the role on a day, or before it begins.
     *
     * @return false when it ends on that day already
     * @throws Problem 409 when it ended before today
     */
    boolean endEarlier(LocalDate lastDay, LocalDate today) {
        LocalDate last = lastDay.isBefore(validFrom) ? validFrom.minusDays(1) : lastDay;
        if (validTo != null && (validTo.isBefore(today) || validTo.isBefore(validFrom))) {
            throw new Problem(409, "organization.problem.role-ended", validTo);
        }
        boolean changes = !last.equals(validTo);
        end(last);
        return changes;
    }

    boolean heldOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    Long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    Role role() {
        return role;
    }

    long unitId() {
        return unitId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    String orgPath() {
        return orgPath;
    }

    long version() {
        return version;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }
}
