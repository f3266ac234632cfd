package org.aeoreach.organization;

import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What becomes of the people of a unit when the unit ends. The room of people implements it. */
public interface UnitStaff {

    /** Somebody whose home is the unit. */
    record Member(long id, String nameZh, @Nullable String nameEn) {}

    /** The people whose home is the unit, as far as the viewer may see them; at most 200. */
    List<Member> members(long unitId);

    /**
     * A unit in which somebody still holds a role, or that has houses with such people, is not closed: nobody may be
     * left without a unit.
     *
     * @throws Problem 409 when somebody does
     */
    void requireNone(UnitView unit);

    /** Everybody keeps his roles, in the successor from that day on. */
    void move(UnitView unit, UnitView successor, LocalDate from);
}
