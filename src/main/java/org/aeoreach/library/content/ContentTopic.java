package org.aeoreach.library.content;

/**
 * A topic a document can be filed under.
 *
 * @param code stable, lower-case words joined by hyphens
 */
public record ContentTopic(String code, String zh, String en) {}
