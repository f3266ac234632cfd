package org.aeoreach.enterprise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise within the viewer's range, or the one he acts for.
 *
 * @param customsCode registration code of customs, ten characters, or null while it is not known
 * @param mailOnFile where customs writes to the enterprise, or null
 * @param suspendedAt since when nobody may act for it here, or null
 */
public record EnterpriseView(
        long id,
        @Nullable String customsCode,
        String nameZh,
        @Nullable String nameEn,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        @Nullable String mailOnFile,
        @Nullable String phoneOnFile,
        @Nullable Instant suspendedAt,
        String orgPath,
        long version) {}
