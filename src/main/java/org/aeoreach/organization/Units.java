package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Changes to the unit tree. Reading it is {@link UnitDirectory}. */
@ApplicationScoped
public class Units {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private UnitDirectory directory;

    @Inject
    private UnitStaff staff;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /**
     * A customs house to be added below a district.
     *
     * @param source the announcement or table the house is known from
     */
    public record NewHouse(
            @NotBlank @Pattern(regexp = "[0-9]{4}") String code,
            @NotBlank @Size(max = 100) String nameZh,
            @Nullable @Size(max = 200) String nameEn,
            @NotNull Long districtId,
            @Nullable LocalDate openedOn,
            @NotBlank @Size(max = 500) String source) {}

    /** A new name from a day on, at the latest today. */
    public record Renaming(
            @NotBlank @Size(max = 100) String nameZh,
            @Nullable @Size(max = 200) String nameEn,
            @NotNull LocalDate validFrom) {}

    /** The first day on which the unit no longer exists. */
    public record Closure(@NotNull LocalDate closedOn) {}

    /** The unit that takes over from a day on. */
    public record Merger(@NotNull Long successorId, @NotNull LocalDate from) {}

    @Transactional
    public UnitView open(NewHouse house) {
        Unit district = writable(house.districtId());
        Unit unit = district.open(house);
        em.persist(unit);
        em.flush();
        directory.addCode(unit, house);
        Changes changes = Changes.none()
                .with("code", house.code())
                .with("nameZh", house.nameZh())
                .with("nameEn", house.nameEn());
        record("organization.open-unit", unit, changes);
        return directory.get(unit.id());
    }

    @Transactional
    public UnitView rename(long id, long version, Renaming renaming) {
        Unit unit = current(id, version);
        if (renaming.validFrom().isAfter(Time.today(clock))) {
            throw Problem.invalid("validFrom", "organization.invalid.not-in-future");
        }
        UnitName old = unit.endName(renaming.validFrom());
        // The database allows one name in force, and inserts are written before updates.
        em.flush();
        unit.name(renaming.nameZh(), renaming.nameEn(), renaming.validFrom());
        em.lock(unit, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Changes changes = Changes.none()
                .with("nameZh", old.zh(), renaming.nameZh())
                .with("nameEn", old.en(), renaming.nameEn())
                .with("validFrom", renaming.validFrom());
        return changed("organization.rename-unit", unit, changes);
    }

    @Transactional
    public UnitView close(long id, long version, Closure closure) {
        Unit unit = current(id, version);
        directory.requireNoOpenChild(unit);
        staff.requireNone(directory.get(id), closure.closedOn());
        unit.close(closure.closedOn(), "closedOn");
        return changed("organization.close-unit", unit, Changes.none().with("closedOn", closure.closedOn()));
    }

    @Transactional
    public UnitView merge(long id, long version, Merger merger) {
        Unit unit = current(id, version);
        Unit successor = writable(merger.successorId());
        directory.requireNoOpenChild(unit);
        unit.mergeInto(successor, merger.from());
        staff.move(directory.get(id), directory.get(successor.id()), merger.from());
        Changes changes = Changes.none().with("mergedInto", successor.code()).with("closedOn", merger.from());
        return changed("organization.merge-unit", unit, changes);
    }

    private Unit current(long id, long version) {
        Unit unit = writable(id);
        // From here on what is read belongs to that version: who comes second hears so, not that his date is wrong.
        em.lock(unit, LockModeType.PESSIMISTIC_WRITE);
        Versions.check(version, unit.version());
        return unit;
    }

    /** Every unit may be read, so one that may not be changed is refused as such, not hidden. */
    private Unit writable(long id) {
        Unit unit = em.find(Unit.class, id);
        if (unit == null) {
            throw Problem.notFound();
        }
        if (!viewer.require().covers(unit.orgPath())) {
            throw Problem.forbidden();
        }
        return unit;
    }

    private UnitView changed(String action, Unit unit, Changes changes) {
        record(action, unit, changes);
        em.flush();
        return directory.get(unit.id());
    }

    private void record(String action, Unit unit, Changes changes) {
        audit.record(action, new AuditTrail.Subject("unit", unit.id(), unit.orgPath()), changes);
    }
}
