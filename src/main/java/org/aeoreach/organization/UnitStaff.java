package org.aeoreach.organization;

import java.time.LocalDate;
import org.aeoreach.platform.Problem;

/** What becomes of the people of a unit when the unit ends. The room of people implements it. */
public interface UnitStaff {

    /** How many officers are at home in the unit, as far as the viewer may see them. */
    long members(long unitId);

    /** How many people hold a role in this very unit on a day. */
    long holders(long unitId, LocalDate day);

    /** How many people hold a role in the unit or below on that day or later. */
    long holders(UnitView unit, LocalDate from);

    /**
     * A unit in which somebody holds a role on that day or later, or in a house of which somebody does, is not closed:
     * nobody may be left without a unit.
     *
     * @throws Problem 409 when somebody does
     */
    void requireNone(UnitView unit, LocalDate from);

    /** Everybody keeps his roles and their ends, in the successor from that day on, and is at home there. */
    void move(UnitView unit, UnitView successor, LocalDate from);
}
