package org.aeoreach.search;

/**
 * What is looked for.
 *
 * @param kind of {@link Indexed}
 * @param text as typed
 * @param path of the unit whose records and those of the units below it may be found; empty: only published ones
 * @param limit how many at most
 * @param mark only records with this mark; empty: all
 */
public record Search(String kind, String text, String path, int limit, String mark) {

    /** For records with any mark or none. */
    public Search(String kind, String text, String path, int limit) {
        this(kind, text, path, limit, "");
    }

    /** The same for records with this mark alone. */
    public Search marked(String wanted) {
        return new Search(kind, text, path, limit, wanted);
    }
}
