package org.aeoreach.training.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who comes unannounced, as he is typed in at the door. */
public record WalkIn(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 200) String enterpriseText,
        @Nullable @Size(max = 254) String mail) {}
