package org.aeoreach.campaign.assignment;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the open rows without an officer are given out.
 *
 * @param officerIds among whom, people of the unit
 */
public record Spread(@NotNull @Nullable Way way, @NotEmpty List<@NotNull Long> officerIds) {

    /** The rule. */
    public enum Way {
        /** In turn along the order of the list, so that each has as many and as weighty ones. */
        EVENLY,
        /** Each to its coordinator where he is among them, the others in turn. */
        COORDINATORS
    }
}
