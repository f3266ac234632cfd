package org.aeoreach.web.list;

import org.jspecify.annotations.Nullable;

/**
 * What a list says when it has no row: why, and what to do next. All are message keys.
 *
 * @param reason why there is nothing while nothing is filtered
 * @param advice what to do then, or null
 * @param href where the advice leads, or null
 * @param action words of that link, or null
 * @param filtered what to try when the filters let nothing through
 */
public record EmptyState(
        String reason,
        @Nullable String advice,
        @Nullable String href,
        @Nullable String action,
        String filtered) {

    public static EmptyState because(String reason) {
        return new EmptyState(reason, null, null, null, "list.empty.filtered-advice");
    }

    public EmptyState advising(String words) {
        return new EmptyState(reason, words, href, action, filtered);
    }

    public EmptyState leading(String to, String words) {
        return new EmptyState(reason, advice, to, words, filtered);
    }

    /** Advice of its own for filters that let nothing through. */
    public EmptyState whenFiltered(String words) {
        return new EmptyState(reason, advice, href, action, words);
    }
}
