package org.aeoreach.library.retrieval;

/**
 * What has been typed so far.
 *
 * @param language of the titles wanted
 * @param area path of the unit the reader belongs to, as in {@link Question}
 */
public record Typed(String text, String language, String area) {}
