package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.retrieval.Question;
import org.aeoreach.library.searching.LibrarySearch;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** Passages of the library that answer a question, to be cited. */
@ApplicationScoped
public class Passages {

    private static final int MOST = 6;

    @Inject
    private LibrarySearch library;

    @Inject
    private Citations citations;

    @Inject
    private Clock clock;

    /**
     * One of them.
     *
     * @param citation as {@link Reply#citations} takes it, with the version that is shown
     * @param text whole sentences of the section
     */
    public record Passage(String citation, String kind, String title, String heading, String text, String href) {}

    /** What is offered to be cited. @param chosen what is ticked already; it is not among what was found */
    public record Offer(List<Passage> chosen, List<Passage> found) {
        public static final Offer NOTHING = new Offer(List.of(), List.of());
    }

    /**
     * What is found for some words, besides what was chosen before.
     *
     * @param chosen as {@link Reply#CITATION}; what the library does not have keeps its code for a title
     */
    public Offer offer(String words, Language language, List<String> chosen) {
        List<Passage> found = find(words, language);
        Map<String, Passage> known =
                found.stream().collect(Collectors.toMap(Passage::citation, each -> each, (a, b) -> a));
        Map<String, String> titles =
                citations.titles(chosen.stream().map(Citations::code).collect(Collectors.toSet()), language);
        return new Offer(
                chosen.stream()
                        .map(each -> known.getOrDefault(each, cited(each, titles)))
                        .toList(),
                found.stream().filter(each -> !chosen.contains(each.citation())).toList());
    }

    private static Passage cited(String citation, Map<String, String> titles) {
        String code = Citations.code(citation);
        String anchor = citation.contains("#") ? citation.replaceFirst("^[^#]*#", "") : "";
        return new Passage(citation, "", titles.getOrDefault(code, code), "", "", DocumentAddress.of(code, anchor));
    }

    /** The best first, of law in force today; none while this node has no index. */
    private List<Passage> find(String words, Language language) {
        if (words.isBlank()) {
            return List.of();
        }
        String text = words.length() > 500 ? words.substring(0, 500) : words;
        List<Answer.Hit> hits = library.answer(Question.of(text, language.code(), Time.today(clock), MOST)).stream()
                .flatMap(answer -> answer.hits().stream())
                .toList();
        Map<String, Long> versions =
                citations.shown(hits.stream().map(Answer.Hit::key).collect(Collectors.toSet()));
        return hits.stream().map(hit -> passage(hit, versions.get(hit.key()))).toList();
    }

    private static Passage passage(Answer.Hit hit, @Nullable Long version) {
        String anchor = hit.passage().anchor();
        return new Passage(
                hit.key() + (version == null ? "" : "@" + version) + (anchor.isEmpty() ? "" : "#" + anchor),
                hit.kind(),
                hit.title().stream().map(part -> part.text()).collect(Collectors.joining()),
                hit.passage().heading(),
                hit.passage().text().stream().map(part -> part.text()).collect(Collectors.joining()),
                DocumentAddress.of(hit.key(), anchor));
    }
}
