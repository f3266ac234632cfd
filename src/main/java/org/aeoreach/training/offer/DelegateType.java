package org.aeoreach.training.offer;

import org.jspecify.annotations.Nullable;

/**
 * As what one comes to a conference.
 *
 * @param seats seats for these alone, or null where they share those of everybody else
 */
public record DelegateType(
        long id,
        String nameZh,
        @Nullable String nameEn,
        @Nullable Integer seats) {}
