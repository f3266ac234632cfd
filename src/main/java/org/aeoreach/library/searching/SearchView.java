package org.aeoreach.library.searching;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.AsOf;
import org.aeoreach.library.Documents;
import org.aeoreach.library.Publisher;
import org.aeoreach.library.Validity;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.platform.Language;
import org.aeoreach.search.IndexState;
import org.jspecify.annotations.Nullable;

/**
 * The search as its page shows it.
 *
 * @param answer null when nothing was asked, or while there is no index
 * @param skipped hits before the first one shown
 * @param index how the index stands on this node
 * @param next cursor of the next part
 */
public record SearchView(
        SearchForm form,
        AsOf asOf,
        @Nullable Answer answer,
        int skipped,
        IndexState index,
        @Nullable String next,
        Names names) {

    /**
     * What codes are called.
     *
     * @param districts empty when no hit is of one
     */
    public record Names(List<Documents.Topic> topics, List<Documents.District> districts, List<Publisher> issuers) {}

    /** Facets the page offers, in their order. */
    private static final List<String> OFFERED = List.of("kind", "audience", "topic", "issuer", "year");

    private static final Comparator<Map.Entry<String, Long>> LATEST =
            Map.Entry.<String, Long>comparingByKey().reversed();
    private static final Comparator<Map.Entry<String, Long>> MOST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    /** Facets by which what was found can be narrowed, or that were chosen. */
    public List<String> facets() {
        return OFFERED.stream()
                .filter(name -> !form.value(name).isEmpty() || counts(name).size() > 1)
                .toList();
    }

    /** How many documents have each value, most first; of years the latest first. */
    public List<Map.Entry<String, Long>> counts(String facet) {
        if (answer == null) {
            return List.of();
        }
        return answer.facets().getOrDefault(facet, Map.of()).entrySet().stream()
                // Nobody issued some of them.
                .filter(count -> !count.getKey().isEmpty())
                .sorted(facet.equals("year") ? LATEST : MOST)
                .toList();
    }

    /** Whether there are more than were counted. */
    public boolean countsOnlyTheBest() {
        return answer != null
                && answer.total() >= Answer.MOST
                && !form.value("sort").equals("date");
    }

    /** Documents among them that are not in force on the day. */
    public long others() {
        return answer == null
                ? 0
                : answer.total()
                        - answer.facets().getOrDefault("inForce", Map.of()).getOrDefault("true", 0L);
    }

    public Validity on(Answer.Hit hit) {
        return Validity.on(asOf.day(), hit.effective(), hit.repealed());
    }

    /** Address of a hit, at the section its passage is from. */
    public String href(Answer.Hit hit, String anchor) {
        String address = org.aeoreach.library.DocumentAddress.of(hit.key()) + asOf.query();
        return anchor.isEmpty() ? address : address + "#" + anchor;
    }

    /** The district a hit holds for; null when it holds everywhere. */
    public @Nullable String district(Answer.Hit hit, Language language) {
        String code = hit.district();
        return code == null
                ? null
                : names.districts().stream()
                        .filter(district -> district.code().equals(code))
                        .map(district -> district.name(language))
                        .findFirst()
                        .orElse(code);
    }

    /** The name of a unit that issued documents; its code when it is none we know. */
    public String issuer(String code, Language language) {
        return names.issuers().stream()
                .filter(issuer -> issuer.code().equals(code))
                .map(issuer -> issuer.name(language))
                .findFirst()
                .orElse(code);
    }

    /** A topic by its code; the code itself for one that is gone. */
    public Documents.Topic topic(String code) {
        return names.topics().stream()
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .orElse(new Documents.Topic(code, code, code, 0));
    }
}
