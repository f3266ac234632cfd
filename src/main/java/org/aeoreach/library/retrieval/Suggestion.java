package org.aeoreach.library.retrieval;

import java.util.List;
import org.aeoreach.search.text.Highlight;

/**
 * What somebody may be about to ask.
 *
 * @param key of the document with this title
 */
public record Suggestion(String key, String kind, List<Highlight.Part> title) {}
