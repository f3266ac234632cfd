package org.aeoreach.library.content;

/**
 * A part of a text, from its heading to the next one.
 *
 * @param anchor by which it is linked to; empty for what stands before the first heading
 * @param heading without Markdown; empty for what stands before the first heading
 * @param level of the heading, 2 to 6; 1 for what stands before the first one
 * @param markdown without the heading
 * @param plain the same as words only: a block a line, cells of a table apart by a space, no addresses
 */
public record ContentSection(String anchor, String heading, int level, String markdown, String plain) {

    /** A heading without an anchor gets one by its place, so that it can be linked to all the same. */
    ContentSection numbered(int place) {
        return heading.isEmpty() || !anchor.isEmpty()
                ? this
                : new ContentSection("s" + place, heading, level, markdown, plain);
    }
}
