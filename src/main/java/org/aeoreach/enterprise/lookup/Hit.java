package org.aeoreach.enterprise.lookup;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise found.
 *
 * @param code ten-digit customs registration code
 * @param uscc unified social credit code
 * @param grade credit grade in force
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
        @Nullable String grade,
        @Nullable String formerly) {}
