package org.aeoreach.launcher;

/** One sentence for the person at the terminal, in both languages. */
record Sentence(String english, String chinese) {

    /** Both patterns are filled with the same arguments, by position. */
    static Sentence of(String english, String chinese, Object... arguments) {
        return new Sentence(String.format(english, arguments), String.format(chinese, arguments));
    }

    @Override
    public String toString() {
        return english + " / " + chinese;
    }
}
