package org.aeoreach.library.retrieval;

import java.util.List;

/**
 * A document in one language, as plain text.
 *
 * @param language {@code zh} or {@code en}
 * @param summary one sentence, or empty
 * @param sections in their order; the first one may be without heading and anchor
 */
public record LibraryText(String language, String title, String summary, List<Section> sections) {

    /** @param anchor by which a link names it; empty for what stands before the first heading */
    public record Section(String anchor, String heading, String text) {}
}
