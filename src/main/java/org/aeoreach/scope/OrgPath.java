package org.aeoreach.scope;

/** Paths of units, such as {@code 0000.5300.5304.}: what lies below a unit begins with its path. */
public final class OrgPath {

    private OrgPath() {}

    /**
     * The first path, in the order of the database, that lies behind a unit and all below it: the dot that closes a path
     * counts up to the next character.
     */
    public static String end(String path) {
        return path.substring(0, path.length() - 1) + "/";
    }

    /** Whether it is that of the unit above all others. */
    public static boolean root(String path) {
        return path.indexOf('.') == path.length() - 1;
    }
}
