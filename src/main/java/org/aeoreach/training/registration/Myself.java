package org.aeoreach.training.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * An officer who registers himself; who he is, his account says.
 *
 * @param answers to what the session asks, by the number of the question, or null
 */
public record Myself(
        @NotBlank @Size(max = 254) String mail,
        @Nullable @Size(max = 60) String phone,
        @NotNull Language language,
        @Nullable @Size(max = 100) Map<String, String> answers) {}
