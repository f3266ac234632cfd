package org.aeoreach.training.closing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the organiser writes into the closing report. @param issues what did not go well, or null */
public record NewReport(
        @NotBlank @Size(max = 10000) String reportSummary,
        @Nullable @Size(max = 10000) String reportIssues) {}
