package org.aeoreach.library;

import java.time.Instant;

/**
 * A document in one language.
 *
 * @param language {@code zh} or {@code en}
 * @param behind whether the other language says something newer
 */
public record DocumentText(
        String language, String title, String summary, String markdown, boolean behind, Instant changedAt) {}
