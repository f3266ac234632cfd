package org.aeoreach.training.closing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A question raised at a session as it is entered.
 *
 * @param name who asked
 * @param mail where an answer reaches him, or null
 * @param enterprise number of his enterprise, or null
 * @param language in which he is answered
 */
public record NewRaised(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 254) String mail,
        @Nullable Long enterprise,
        @NotBlank @Size(max = 4000) String question,
        @NotNull Language language) {}
