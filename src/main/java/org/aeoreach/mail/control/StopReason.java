package org.aeoreach.mail.control;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why no mail is to leave. */
public record StopReason(@NotBlank @Size(max = 500) String reason) {}
