package org.aeoreach.library.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants to know.
 *
 * @param text as typed: words, "phrases", -without
 * @param language of the reader, {@code zh} or {@code en}; the question may be in the other one
 * @param facets by name (kind, audience, track, topic, issuer, year) the values of which one has to fit
 * @param day whose law counts
 * @param part which part of the hits
 * @param area path of the unit the reader belongs to, which finds what districts above and below it keep; empty for
 *     what holds everywhere only
 */
public record Question(
        String text, String language, Map<String, List<String>> facets, LocalDate day, Part part, String area) {

    /** Of a reader of whom no unit is known. */
    public Question(String text, String language, Map<String, List<String>> facets, LocalDate day, Part part) {
        this(text, language, facets, day, part, "");
    }

    /** The same of a reader who belongs to a unit. */
    public Question in(String path) {
        return new Question(text, language, facets, day, part, path);
    }

    /**
     * A part of the hits.
     *
     * @param inForce only documents in force on the day
     * @param newest by date, the newest first, instead of the best first
     * @param skip hits before it
     * @param limit hits in it at most
     */
    public record Part(boolean inForce, boolean newest, int skip, int limit) {}

    /** The first hits, the best first. */
    public static Question of(String text, String language, LocalDate day, int limit) {
        return new Question(text, language, Map.of(), day, new Part(false, false, 0, limit));
    }
}
