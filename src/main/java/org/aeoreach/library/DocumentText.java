package org.aeoreach.library;

import java.time.Instant;

/**
 * A document in one language.
 *
 * @param language {@code zh} or {@code en}
 * @param behind whether the other language says something newer
 */
public record DocumentText(
        String language, String title, String summary, String markdown, boolean behind, Instant changedAt) {

    private static final int LONGEST_LINE = 200;

    /** The title as it may stand in a line of a letter: titles come from other systems, too. */
    public String titleLine() {
        String line = title.replaceAll("[\\p{C}\\u2028\\u2029]", " ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }
}
