package org.aeoreach.mail.sender;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has set its letters to come from.
 *
 * @param address null where what the unit above has set holds, and without one what the server is configured to send from
 */
public record SenderView(
        long id,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        LocalDate validFrom,
        @Nullable String address,
        @Nullable String nameZh,
        @Nullable String nameEn,
        SenderStanding standing,
        Instant enteredAt) {}
