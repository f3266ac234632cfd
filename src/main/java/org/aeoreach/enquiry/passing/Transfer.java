package org.aeoreach.enquiry.passing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Another unit is to answer.
 *
 * @param transferTo number of the unit
 */
public record Transfer(
        @NotNull @Nullable Long transferTo,
        @NotBlank @Size(max = PassUp.LONGEST) String transferReason) {}
