package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;
import org.aeoreach.search.text.Highlight;

/** Picks from a text what answers the question: the section, in it whole sentences, in them the words. */
final class Passages {

    private static final String ENDS = "。！？；.!?;";
    private static final int MOST_OTHERS = 2;
    private static final int ENOUGH_CHINESE = 90;
    private static final int ENOUGH_ENGLISH = 200;
    private static final int MOST_LETTERS = 20_000;
    private static final double HEADING = 0.8;
    private static final double WORTH_NAMING = 0.6;

    private final Map<String, Double> weights;

    /** @param weights how much each term of the question says */
    Passages(Map<String, Double> weights) {
        this.weights = weights;
    }

    private record Rated(LibraryText.Section section, double rating) {}

    /** What the best section says, and further ones. */
    record Picked(Answer.Passage passage, List<Answer.Other> others) {}

    Picked pick(LibraryText text) {
        List<Rated> rated = beginning(text.sections()).stream()
                .map(section -> new Rated(section, rate(section)))
                .sorted(Comparator.comparingDouble(Rated::rating).reversed())
                .toList();
        if (rated.isEmpty() || rated.get(0).rating() == 0) {
            String said = text.summary().isEmpty() && !rated.isEmpty()
                    ? rated.get(0).section().text()
                    : text.summary();
            return new Picked(passage(new LibraryText.Section("", "", said), text.language()), List.of());
        }
        Rated best = rated.get(0);
        List<Answer.Other> others = rated.stream()
                .skip(1)
                .filter(each -> each.rating() >= best.rating() * WORTH_NAMING)
                .filter(each -> !each.section().heading().isEmpty())
                .limit(MOST_OTHERS)
                .map(each ->
                        new Answer.Other(each.section().anchor(), each.section().heading()))
                .toList();
        return new Picked(passage(best.section(), text.language()), others);
    }

    /** A whole book is found by all its words, but only its beginning is shown. */
    private static List<LibraryText.Section> beginning(List<LibraryText.Section> sections) {
        List<LibraryText.Section> some = new ArrayList<>();
        int room = MOST_LETTERS;
        for (LibraryText.Section section : sections) {
            if (room <= 0) {
                break;
            }
            String text = section.text();
            if (text.length() > room) {
                int end = Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
                some.add(new LibraryText.Section(section.anchor(), section.heading(), text.substring(0, end)));
            } else {
                some.add(section);
            }
            room -= text.length();
        }
        return some;
    }

    private double rate(LibraryText.Section section) {
        return sum(section.text()) + HEADING * sum(section.heading());
    }

    private double sum(String text) {
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (Term term : Terms.pairs(text)) {
            Double weight = weights.get(term.text());
            if (weight != null && seen.add(term.text())) {
                sum += weight;
            }
        }
        return sum;
    }

    private Answer.Passage passage(LibraryText.Section section, String language) {
        int enough = language.equals("zh") ? ENOUGH_CHINESE : ENOUGH_ENGLISH;
        List<String> sentences = Sentences.of(section.text());
        int best = 0;
        double most = -1;
        for (int i = 0; i < sentences.size(); i++) {
            double rating = sum(sentences.get(i));
            if (rating > most) {
                most = rating;
                best = i;
            }
        }
        StringBuilder chosen = new StringBuilder();
        for (int i = best; i < sentences.size() && chosen.length() < enough; i++) {
            if (isEnded(chosen) && !isEnded(sentences.get(i))) {
                break;
            }
            chosen.append(between(chosen, language)).append(sentences.get(i));
        }
        return new Answer.Passage(section.anchor(), section.heading(), mark(shorten(chosen.toString(), enough * 3)));
    }

    /** Lines of a list and cells of a table have nothing at their end; after whole sentences they explain nothing. */
    private static boolean isEnded(CharSequence text) {
        return text.length() > 0 && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** In Chinese only lines of a list or cells of a table, which have nothing at their end, need a space. */
    private static String between(StringBuilder before, String language) {
        if (before.length() == 0) {
            return "";
        }
        boolean ended = "。！？；".indexOf(before.charAt(before.length() - 1)) >= 0;
        return language.equals("zh") && ended ? "" : " ";
    }

    /** A sentence may be very long; it then ends at a word. */
    private static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int blank = text.lastIndexOf(' ', longest);
        int end = blank > longest / 2 ? blank : longest;
        boolean torn = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, torn ? end - 1 : end) + "\u2026";
    }

    /** The text in parts, those that answer to the question marked. */
    List<Highlight.Part> mark(String text) {
        BitSet hits = new BitSet(text.length());
        for (Term term : Terms.pairs(text)) {
            if (weights.containsKey(term.text())) {
                hits.set(term.start(), term.end());
            }
        }
        List<Highlight.Part> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            boolean hit = hits.get(from);
            int next = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            int to = next < 0 ? text.length() : Math.min(next, text.length());
            parts.add(new Highlight.Part(text.substring(from, to), hit));
            from = to;
        }
        return parts;
    }
}
