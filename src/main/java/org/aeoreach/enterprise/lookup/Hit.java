package org.aeoreach.enterprise.lookup;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise found.
 *
 * @param code ten-digit customs registration code
 * @param uscc unified social credit code
 * @param aeo whether it is an AEO today
 * @param formerly an earlier name, when there is one
 */
public record Hit(
        long id,
        @Nullable String code,
        @Nullable String uscc,
        String nameZh,
        @Nullable String nameEn,
        long unitId,
        String houseZh,
        @Nullable String houseEn,
        boolean aeo,
        @Nullable String formerly) {}
