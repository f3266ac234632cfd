package org.aeoreach.library.retrieval;

import java.util.List;

/**
 * Why a document stands where it does for a question.
 *
 * @param place among the documents found, the first is 1; 0 when it is not among those asked for
 * @param title of the text that was looked at
 * @param inTitle parts of the question that stand in the title
 * @param inText parts of the question that stand in the text
 * @param missing parts of the question that do not
 * @param names other names of things in the question that stand in the text
 * @param behind what else lets it fall behind
 */
public record Why(
        String key,
        int place,
        String title,
        List<String> inTitle,
        List<String> inText,
        List<String> missing,
        List<String> names,
        Behind behind) {

    /**
     * What lets a document fall behind, however well it fits.
     *
     * @param repealed it is no longer in force
     * @param beside its kind names, teaches, agrees or enacts things, and is not written to answer questions
     */
    public record Behind(boolean repealed, boolean beside) {}
}
