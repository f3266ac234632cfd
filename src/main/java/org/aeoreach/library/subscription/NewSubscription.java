package org.aeoreach.library.subscription;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.aeoreach.library.follow.Cadence;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without an account wants to hear of.
 *
 * @param topics codes of topics of the library
 * @param district code of the one whose documents he wants besides those for the whole country; null: none
 */
public record NewSubscription(
        @NotBlank @Size(max = 254) String mail,
        @NotEmpty @Size(max = 100) Set<String> topics,
        @Nullable @Size(max = 10) String district,
        @NotNull Language language,
        @NotNull Cadence cadence) {}
