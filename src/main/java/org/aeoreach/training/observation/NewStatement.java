package org.aeoreach.training.observation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Another wording of the statement. */
public record NewStatement(
        @NotBlank @Size(max = 4000) String statementZh,
        @NotBlank @Size(max = 8000) String statementEn) {}
