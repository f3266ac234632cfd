package org.aeoreach.library.content;

import java.util.List;

/**
 * A document in one language.
 *
 * @param language {@code zh} or {@code en}
 * @param summary one sentence of at most {@value #LONGEST_SUMMARY} characters
 * @param markdown the whole body, headings with their anchors
 * @param sections of the body in their order; the first is what stands before the first heading, and can be blank
 */
public record ContentText(
        String language, String title, String summary, String markdown, List<ContentSection> sections) {

    /** In characters. */
    public static final int LONGEST_TITLE = 200;

    /** In characters. */
    public static final int LONGEST_SUMMARY = 160;

    /** In characters. */
    public static final int LONGEST_BODY = 200_000;

    /** A text whose body is cut into sections here; what {@link Body#faults} has against it does not stop that. */
    public static ContentText of(String language, String title, String summary, String markdown) {
        return new ContentText(
                language, title, summary, markdown, Body.of(markdown).sections());
    }

    public List<String> anchors() {
        return sections.stream().skip(1).map(ContentSection::anchor).toList();
    }
}
