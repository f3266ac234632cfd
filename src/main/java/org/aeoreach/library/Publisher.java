package org.aeoreach.library;

import org.aeoreach.platform.Language;

/**
 * A unit of customs that issues documents and keeps them.
 *
 * @param code four digits
 * @param closed whether it is no more; what it issued stays its own
 */
public record Publisher(String code, String orgPath, String zh, String en, boolean closed) {
    private static final String TOP = "0000";

    public String name(Language language) {
        return language.pick(zh, en);
    }

    /** Whether what it keeps holds in the whole country. */
    public boolean top() {
        return code.equals(TOP);
    }
}
