package org.aeoreach.library.content;

/** Codes of documents, topics and sections: lower-case words and numbers joined by hyphens. */
public final class Codes {
    private Codes() {}

    public static boolean isCode(String text) {
        return text.matches("[a-z0-9-]+") && !text.startsWith("-") && !text.endsWith("-") && !text.contains("--");
    }
}
