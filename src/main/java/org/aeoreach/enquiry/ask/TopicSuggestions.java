package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Topics a question may be about: those under which what the library has to say to it is filed. */
@ApplicationScoped
public class TopicSuggestions {

    private static final int MOST = 3;
    private static final String TOPICS = "select d.code, array_to_string(array(select l.code from unnest(d.topics) with"
            + " ordinality t (code, place) join library_topic l on l.code = t.code order by t.place), ',') from document d"
            + " where d.code = any (string_to_array(?1, ',')) and cardinality(d.topics) > 0";

    // Every further word of a question costs as much again; what it is about stands at its beginning.
    private static final int BEGINNING = 40;

    // So much more than what comes next speaks for a topic that nobody need choose it.
    private static final double CLEAR = 1.5;

    @Inject
    private Passages passages;

    @Inject
    private Bound bound;

    private record Likely(String topic, double weight) {}

    /**
     * Codes of topics, the likeliest first, at most three; none for next to no words.
     *
     * @param unitId the unit that is asked, see {@link Passages#of}
     */
    @Transactional
    public List<String> of(String subject, String body, Language language, @Nullable Long unitId) {
        return likely(subject, body, language, unitId).stream()
                .limit(MOST)
                .map(Likely::topic)
                .toList();
    }

    /**
     * The topic of a question when what the library has to say to its beginning leaves no doubt; cheap enough to be found
     * while the question is taken in.
     */
    @Transactional
    public Optional<String> clear(String subject, String body, Language language, @Nullable Long unitId) {
        int rest = Math.max(0, Math.min(body.length(), BEGINNING - subject.length()));
        List<Likely> likely = likely(subject, body.substring(0, rest), language, unitId);
        boolean doubt = likely.isEmpty()
                || (likely.size() > 1
                        && likely.get(0).weight() < CLEAR * likely.get(1).weight());
        return doubt ? Optional.empty() : Optional.of(likely.get(0).topic());
    }

    /** All topics for a form, in two groups: the likely ones first, the likeliest at the top. */
    public static List<Option> first(Page page, List<String> likely, List<Option> all) {
        Stream<Option> first = likely.stream()
                .flatMap(code -> all.stream().filter(topic -> topic.value().equals(code)))
                .map(topic -> new Option(topic.value(), topic.label(), page.t("ask.log.likely")));
        Stream<Option> rest = all.stream()
                .filter(topic -> !likely.contains(topic.value()))
                .map(topic -> new Option(topic.value(), topic.label(), page.t("ask.log.others")));
        return Stream.concat(first, rest).toList();
    }

    private List<Likely> likely(String subject, String body, Language language, @Nullable Long unitId) {
        List<Answer.Hit> hits = passages.of(subject, body, language, unitId);
        Map<String, String> filed = new HashMap<>();
        Rows.list(bound.query(TOPICS, hits.stream().map(Answer.Hit::key).toList()), row -> row)
                .forEach(row -> filed.put(row.text(0), row.text(1)));
        Map<String, Double> weights = new HashMap<>();
        for (Answer.Hit hit : hits) {
            String[] topics = filed.getOrDefault(hit.key(), "").split(",");
            for (int i = 0; i < topics.length; i++) {
                // The first topic of a document is what it is mainly about.
                weights.merge(topics[i], hit.score() / (double) (i + 1), Double::sum);
            }
        }
        weights.remove("");
        return weights.entrySet().stream()
                .map(each -> new Likely(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble(Likely::weight).reversed().thenComparing(Likely::topic))
                .toList();
    }
}
