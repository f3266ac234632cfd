package org.aeoreach.mail.sender;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What letters of a unit and those below it come from, from a day on.
 *
 * @param address nothing when inherited; names likewise
 * @param inherited whether what the unit above has set holds
 */
public record NewSender(
        @NotNull @Nullable Long unitId,
        @NotNull @Nullable LocalDate validFrom,
        @Nullable @Size(max = 200) String address,
        @Nullable @Size(max = 100) String nameZh,
        @Nullable @Size(max = 100) String nameEn,
        boolean inherited) {}
