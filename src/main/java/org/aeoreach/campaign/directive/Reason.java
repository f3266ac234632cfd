package org.aeoreach.campaign.directive;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is given back or withdrawn. */
public record Reason(@NotBlank @Size(max = 1000) String reason) {}
