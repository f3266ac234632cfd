package org.aeoreach.mail.block;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An address no mail is to go to. */
public record NewBlock(
        @NotBlank @Size(max = 254) String address,
        @NotBlank @Size(max = 500) String reason) {}
