package org.aeoreach.library.follow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to follow.
 *
 * @param what a document or a topic
 * @param target code of it
 * @param cadence null: no more
 */
public record Following(
        @NotNull What what,

        @NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,120}", message = "{library.invalid.choice}")
        String target,

        @Nullable Cadence cadence) {

    /** What can be followed. */
    public enum What {
        DOCUMENT,
        TOPIC
    }
}
