package org.aeoreach.web.list;

/** Hears what leaves the system in files and what becomes of saved views, in the same transaction. The audit does. */
public interface ListWitness {

    /** Rows of a list left in a file. @param query what was asked for */
    void exported(String list, String query, String format, long rows);

    /**
     * A saved view was made, changed or deleted, or made the one a person begins with.
     *
     * @param action key of the action
     * @param before what it was called and kept; empty texts where there was nothing
     */
    void view(String action, long id, View before, View after);

    /** What is told of a view. */
    record View(String list, String name, String query, boolean shared) {
        public static final View NONE = new View("", "", "", false);
    }
}
