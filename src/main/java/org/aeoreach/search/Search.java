package org.aeoreach.search;

/**
 * What is looked for.
 *
 * @param kind of {@link Indexed}
 * @param text as typed
 * @param path of the unit whose records and those of the units below it may be found; empty: only published ones
 * @param limit how many at most
 */
public record Search(String kind, String text, String path, int limit) {}
