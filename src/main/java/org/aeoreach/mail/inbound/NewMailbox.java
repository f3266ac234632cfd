package org.aeoreach.mail.inbound;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The mailbox a unit is to have. @param address one without a plus sign */
public record NewMailbox(
        @NotNull Long unitId, @NotBlank @Size(max = 200) String address) {}
