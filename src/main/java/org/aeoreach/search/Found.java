package org.aeoreach.search;

import java.util.List;

/**
 * What was found.
 *
 * @param ids the best first
 * @param more whether there are more than were asked for
 * @param guessed whether nothing was found as typed, and these sound or look like it
 */
public record Found(List<Long> ids, boolean more, boolean guessed) {}
