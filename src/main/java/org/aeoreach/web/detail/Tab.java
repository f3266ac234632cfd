package org.aeoreach.web.detail;

import org.jspecify.annotations.Nullable;

/**
 * One part of the page of a record.
 *
 * @param labelKey message key of its name
 * @param count how many things it holds, or null where that is not told
 */
public record Tab(
        String labelKey,
        String href,
        boolean current,
        @Nullable Long count) {

    public static Tab of(String labelKey, String href, boolean current) {
        return new Tab(labelKey, href, current, null);
    }

    public Tab count(long number) {
        return new Tab(labelKey, href, current, number);
    }
}
