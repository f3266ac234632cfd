package org.aeoreach.outreach;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That there was a contact with one party.
 *
 * @param touchpointId the contact; a contact with several parties has a row for each
 * @param timed whether the time of day is known; otherwise {@code at} is noon in Shanghai
 * @param agreed what was agreed, null when nothing was or the viewer may not read it
 */
public record ContactRow(
        long id,
        long touchpointId,
        @Nullable Long enterpriseId,
        @Nullable Long partnerId,
        String partyZh,
        @Nullable String partyEn,
        String unitZh,
        @Nullable String unitEn,
        LocalDate day,
        Instant at,
        boolean timed,
        Channel channel,
        Direction direction,
        Strength strength,
        @Nullable String agreed,
        @Nullable Boolean heard) {}
