package org.aeoreach.library.retrieval;

/**
 * How much each part of a match counts. Found on the judged questions; what concerns pairs, words and titles also on
 * collections of other subjects.
 *
 * @param words against pairs of characters, which count 1
 * @param title what a match in the title adds
 * @param synonym another name of the same thing in the language of the question
 * @param translation the name in the other language, for documents without a text in that of the question
 * @param guess what was probably meant by a word no text has
 * @param cited what is added when the question cites the number of the document
 * @param around words said around a question, which may be part of another word after all
 * @param beside factor for what has the words but was not written to answer questions, such as a list of terms
 */
record Weights(
        float words,
        float title,
        float synonym,
        float translation,
        float guess,
        float cited,
        float around,
        float beside) {

    static final Weights STANDARD = new Weights(1f, 0.5f, 1.5f, 1f, 2f, 20f, 0.3f, 0.85f);
}
