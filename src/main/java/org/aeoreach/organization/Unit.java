package org.aeoreach.organization;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** A unit of the customs administration. Its path never changes; its names do, by date. */
@Entity
class Unit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unit_seq")
    @SequenceGenerator(name = "unit_seq", sequenceName = "unit_seq", allocationSize = 1)
    private Long id;

    private String code;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Column(name = "org_path")
    private String orgPath;

    @Column(name = "opened_on")
    private @Nullable LocalDate openedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Column(name = "merged_into_id")
    private @Nullable Long mergedIntoId;

    private String source;

    @Version
    private long version;

    @OneToMany(mappedBy = "unit", cascade = CascadeType.PERSIST)
    @OrderBy("validFrom")
    private List<UnitName> names = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Unit() {}

    /** A new house of a district. */
    @SuppressWarnings("NullAway.Init")
    private Unit(Unit district, Units.NewHouse house) {
        code = house.code();
        kind = UnitKind.HOUSE;
        parentId = district.id;
        orgPath = district.orgPath + house.code() + ".";
        openedOn = house.openedOn();
        source = house.source();
        names.add(new UnitName(this, house.nameZh(), house.nameEn(), house.openedOn()));
    }

    Unit open(Units.NewHouse house) {
        if (kind != UnitKind.DISTRICT || closedOn != null) {
            throw new Problem(409, "organization.problem.houses-belong-to-districts");
        }
        return new Unit(this, house);
    }

    /** Ends the present name; another must follow from the same day on. It stays in the history. */
    UnitName endName(LocalDate from) {
        requireOpen();
        UnitName old = name();
        LocalDate since = old.validFrom();
        if (since != null && !from.isAfter(since)) {
            throw Problem.invalid("validFrom", "organization.invalid.after-last-name", since);
        }
        old.end(from);
        return old;
    }

    void name(String zh, @Nullable String en, LocalDate from) {
        names.add(new UnitName(this, zh, en, from));
    }

    /** @param field what the day is called where it was given */
    void close(LocalDate from, String field) {
        requireOpen();
        if (openedOn != null && !from.isAfter(openedOn)) {
            throw Problem.invalid(field, "organization.invalid.after-opening", openedOn);
        }
        if (kind == UnitKind.GACC) {
            throw Problem.forbidden();
        }
        closedOn = from;
    }

    void mergeInto(Unit successor, LocalDate from) {
        if (successor.kind != kind || successor.closedOn != null || successor.id.equals(id)) {
            throw new Problem(
                    409,
                    "organization.problem.no-successor",
                    List.of(new Problem.FieldError("successorId", "organization.invalid.successor")));
        }
        close(from, "from");
        mergedIntoId = successor.id;
    }

    private void requireOpen() {
        if (closedOn != null) {
            throw new Problem(409, "organization.problem.unit-closed", closedOn);
        }
    }

    UnitName name() {
        return names.stream().filter(UnitName::inForce).findFirst().orElseThrow();
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    UnitKind kind() {
        return kind;
    }

    String orgPath() {
        return orgPath;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    long version() {
        return version;
    }
}
