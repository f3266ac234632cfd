package org.aeoreach.library.content;

/** How far a document has come on its way to its readers. */
public enum DocumentStatus {
    DRAFT("draft"),
    IN_REVIEW("in review"),
    PUBLISHED("published"),
    ARCHIVED("archived");

    private final String word;

    DocumentStatus(String word) {
        this.word = word;
    }

    /** As it is written in a file. */
    public String word() {
        return word;
    }
}
