package org.aeoreach.importing;

/**
 * Something that undoing an import left as it is.
 *
 * @param href its page
 * @param name in the reader's language
 * @param note its code, or why it stays
 */
public record KeptLine(String href, String name, String note) {}
