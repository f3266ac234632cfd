package org.aeoreach.web.picker;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The units there are to choose from, closed ones left out. The room of units implements it. */
public interface UnitChoices {

    /** All of them in the order of the tree. */
    List<UnitChoice> all(Reach reach);

    /** Those directly below a unit; for null the roots of what is in reach. */
    List<UnitChoice> below(@Nullable Long parent, Reach reach);

    /**
     * Those whose code begins with the text or whose name, present or past, in either language contains it; the best
     * first: code, then beginning of the name, then the order of the tree.
     */
    List<UnitChoice> search(String text, Reach reach, int limit);

    /** The unit of this id, when it is in reach. */
    Optional<UnitChoice> find(long id, Reach reach);
}
