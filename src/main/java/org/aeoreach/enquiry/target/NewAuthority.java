package org.aeoreach.enquiry.target;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.aeoreach.enquiry.Authority;
import org.jspecify.annotations.Nullable;

/**
 * Which authority an answer needs from a day on.
 *
 * @param targetTopic code of a subject of the library; null: all others
 */
public record NewAuthority(
        @Nullable String targetTopic,
        @NotNull @Nullable Authority needs,
        @NotNull @Nullable LocalDate validFrom) {}
