package org.aeoreach.library.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aeoreach.search.text.Highlight;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total documents found; sorted by relevance, about {@link #MOST}, the best ones, are counted at most
 * @param hits the part that was asked for
 * @param facets how many documents have each value, by the names of {@link Question#facets()} and {@code inForce}
 * @param meant what was probably meant, when it is not what was typed; else empty
 */
public record Answer(long total, List<Hit> hits, Map<String, Map<String, Long>> facets, String meant) {

    /** So many are looked through where the best come first. */
    public static final int MOST = Candidates.MOST;

    /**
     * A document.
     *
     * @param key by which links name it
     * @param district four digits of the district it holds for; null when it holds everywhere
     * @param language of the text shown; another than the reader's where there is none in that
     * @param passage from the section that answers best
     * @param others further sections that have to do with the question
     * @param score comparable within one answer only
     */
    public record Hit(
            long id,
            String key,
            String kind,
            @Nullable String district,
            String language,
            List<Highlight.Part> title,
            Passage passage,
            List<Other> others,
            float score,
            @Nullable LocalDate effective,
            @Nullable LocalDate repealed) {}

    /**
     * Whole sentences of a section.
     *
     * @param anchor empty for what stands before the first heading
     */
    public record Passage(String anchor, String heading, List<Highlight.Part> text) {}

    /** A section to go to. */
    public record Other(String anchor, String heading) {}

    static Answer none() {
        return new Answer(0, List.of(), Map.of(), "");
    }
}
