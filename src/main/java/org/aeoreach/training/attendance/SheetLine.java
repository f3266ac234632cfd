package org.aeoreach.training.attendance;

import org.jspecify.annotations.Nullable;

/**
 * A line to sign on.
 *
 * @param enterpriseZh his enterprise, as far as the viewer sees it
 * @param employer whom he said he works for, where no enterprise is known
 */
public record SheetLine(
        String name,
        @Nullable String enterpriseZh,
        @Nullable String enterpriseEn,
        @Nullable String employer,
        String number) {}
