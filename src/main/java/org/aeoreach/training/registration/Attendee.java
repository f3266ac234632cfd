package org.aeoreach.training.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to come.
 *
 * @param mail each person has his own: confirmation and changes go there
 * @param employer whom he works for, where no enterprise is known, or null
 * @param language of the letters he gets
 * @param delegateType number of the type of delegates he is one of, where the session has any, or null
 * @param answers to what the session asks, by the number of the question, or null
 */
public record Attendee(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 254) String mail,
        @Nullable @Size(max = 60) String phone,
        @Nullable @Size(max = 200) String employer,
        @NotNull Language language,
        @Nullable Long delegateType,
        @Nullable @Size(max = 100) Map<String, String> answers) {}
