package org.aeoreach.scope;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The name in force of a unit, for rooms below the one of units, which implements it. */
public interface UnitNames {

    /** A unit's name; the English one is not always known. */
    record Name(String zh, @Nullable String en) {}

    Optional<Name> of(long unitId);
}
