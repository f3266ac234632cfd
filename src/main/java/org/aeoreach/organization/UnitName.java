package org.aeoreach.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A name of a unit for a time; {@code validTo} is the first day on which it no longer holds. */
@Entity
@Table(name = "unit_name")
class UnitName {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unit_name_seq")
    @SequenceGenerator(name = "unit_name_seq", sequenceName = "unit_name_seq", allocationSize = 1)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "unit_id")
    private Unit unit;

    private String zh;
    private @Nullable String en;

    @jakarta.persistence.Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @jakarta.persistence.Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    protected UnitName() {}

    @SuppressWarnings("NullAway.Init")
    UnitName(Unit unit, String zh, @Nullable String en, @Nullable LocalDate validFrom) {
        this.unit = unit;
        this.zh = zh;
        this.en = en;
        this.validFrom = validFrom;
    }

    void end(LocalDate day) {
        validTo = day;
    }

    boolean inForce() {
        return validTo == null;
    }

    String zh() {
        return zh;
    }

    @Nullable
    String en() {
        return en;
    }

    @Nullable
    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }
}
