package org.aeoreach.training.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why somebody does not get a room; he reads it. */
public record Refusal(@NotBlank @Size(max = 500) String reason) {}
