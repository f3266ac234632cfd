package org.aeoreach.library.searching;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.search.text.Highlight;
import org.jspecify.annotations.Nullable;

/**
 * What a search over REST answers.
 *
 * @param total documents found; 1,000 says that there may be more, of which these are the best
 * @param tookMs milliseconds inside the search
 * @param didYouMean what was probably meant, and was looked for too; null when nothing looked wrong
 * @param facets by their names the values of the documents found, those with most documents first
 * @param next cursor of the next part, or null when this is the last
 */
public record SearchAnswer(
        long total,
        long tookMs,
        @Nullable String didYouMean,
        Map<String, List<Value>> facets,
        List<Item> items,
        @Nullable String next) {

    /** A value of a facet. */
    public record Value(String value, long count) {}

    /**
     * A document found.
     *
     * @param id by which links name it
     * @param sectionId of the section the passage is from; empty for what stands before the first
     * @param passage whole sentences that answer
     * @param language of title and passage
     * @param district four digits of the district it holds for; null when it holds everywhere
     * @param score comparable within one answer only
     */
    public record Item(
            String id,
            String sectionId,
            String kind,
            String title,
            String passage,
            String language,
            @Nullable String district,
            @Nullable LocalDate effective,
            @Nullable LocalDate repealed,
            double score,
            String url) {

        static Item of(Answer.Hit hit) {
            String section = hit.passage().anchor();
            return new Item(
                    hit.key(),
                    section,
                    hit.kind(),
                    plain(hit.title()),
                    plain(hit.passage().text()),
                    hit.language(),
                    hit.district(),
                    hit.effective(),
                    hit.repealed(),
                    Math.round(hit.score() * 1000) / 1000.0,
                    DocumentAddress.of(hit.key(), section));
        }
    }

    static SearchAnswer of(Answer answer, long tookMs, @Nullable String next) {
        Map<String, List<Value>> facets = new LinkedHashMap<>();
        answer.facets().forEach((name, counts) -> facets.put(name, values(counts)));
        return new SearchAnswer(
                answer.total(),
                tookMs,
                answer.meant().isEmpty() ? null : answer.meant(),
                facets,
                answer.hits().stream().map(Item::of).toList(),
                next);
    }

    private static List<Value> values(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Value(each.getKey(), each.getValue()))
                .toList();
    }

    static String plain(List<Highlight.Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
