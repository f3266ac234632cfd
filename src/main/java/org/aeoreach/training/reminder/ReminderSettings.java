package org.aeoreach.training.reminder;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;

/** How many days before who is in is reminded: some of {@link #OFFERED}, or none. */
public record ReminderSettings(@NotNull Set<Integer> days) {

    /** What there is to choose from. */
    public static final List<Integer> OFFERED = List.of(7, 3, 1);
}
