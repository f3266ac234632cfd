package org.aeoreach.enterprise.importing;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise that undoing an import left as it is, since somebody changed or used it meanwhile.
 *
 * @param code its customs code, else its credit code
 */
public record KeptEnterprise(
        long id, String code, String nameZh, @Nullable String nameEn) {}
