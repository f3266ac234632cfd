package org.aeoreach.library.retrieval.language;

/**
 * A run of letters of one kind.
 *
 * @param text folded; a number in its one way of writing
 * @param start of the run in the text it was cut from
 * @param end behind its last letter
 */
record Atom(Kind kind, String text, int start, int end) {

    enum Kind {
        HAN,
        WORD,
        NUMBER
    }

    boolean isHan() {
        return kind == Kind.HAN;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
