package org.aeoreach.library.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a draft is given back to its author. */
public record Refusal(@NotBlank @Size(max = 500) String answer) {}
