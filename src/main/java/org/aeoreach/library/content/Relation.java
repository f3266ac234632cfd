package org.aeoreach.library.content;

/** What a document has to do with another one. The other direction is derived. */
public enum Relation {
    AMENDS("amends"),
    REPEALS("repeals"),
    INTERPRETS("interprets"),
    BASED_ON("basedOn"),
    RELATED("related");

    private final String field;

    Relation(String field) {
        this.field = field;
    }

    /** Name of the field that lists the other documents. */
    public String field() {
        return field;
    }
}
