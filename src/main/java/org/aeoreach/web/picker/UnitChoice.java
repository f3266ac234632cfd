package org.aeoreach.web.picker;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it is offered.
 *
 * @param code four-digit customs code
 * @param level 0 for GACC, 1 for a district, 2 for a customs house
 * @param parentZh name of the unit above it; null for GACC
 * @param formerly an earlier name, when it was found by that one
 */
public record UnitChoice(
        long id,
        String code,
        int level,
        String nameZh,
        @Nullable String nameEn,
        @Nullable Long parentId,
        @Nullable String parentZh,
        @Nullable String parentEn,
        @Nullable String formerly) {}
