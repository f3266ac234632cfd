package org.aeoreach.library.searching.steering;

import java.util.List;

/**
 * Documents that come first for a question.
 *
 * @param documents in their order
 */
public record Pins(String question, List<Pinned> documents) {

    /** A document that comes first. @param en its English title, or the Chinese one where it has none */
    public record Pinned(String code, String zh, String en) {}
}
