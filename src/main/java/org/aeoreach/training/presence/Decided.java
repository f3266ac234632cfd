package org.aeoreach.training.presence;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;

/**
 * Who is who on a list; those found by their address need no word.
 *
 * @param confirmed of those found by name, who is right
 * @param walkIns who was there without being registered
 */
public record Decided(
        @Size(max = 20_000) Set<Long> confirmed,
        @Size(max = 20_000) Set<Long> walkIns) {

    /** What is left out is nobody. */
    public Decided {
        confirmed = Objects.requireNonNullElse(confirmed, Set.of());
        walkIns = Objects.requireNonNullElse(walkIns, Set.of());
    }
}
