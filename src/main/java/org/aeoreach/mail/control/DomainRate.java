package org.aeoreach.mail.control;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** How many mails a second a receiving domain takes. */
public record DomainRate(
        @NotBlank String domain, @Min(1) @Max(10_000) int perSecond) {}
