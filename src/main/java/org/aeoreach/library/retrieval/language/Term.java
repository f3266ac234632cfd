package org.aeoreach.library.retrieval.language;

/**
 * What is indexed and looked for.
 *
 * @param text of the term
 * @param start of the letters it was made of, in the text
 * @param end behind the last of them
 * @param step places further than the term before it; 0 at the same place
 */
public record Term(String text, int start, int end, int step) {

    /** Whether it begins with a Chinese character. */
    public boolean isHan() {
        return Letters.isHan(text.charAt(0));
    }

    /** Whether it is an English word, and no number. */
    public boolean isWord() {
        return text.chars().allMatch(letter -> Letters.isLatin((char) letter));
    }
}
