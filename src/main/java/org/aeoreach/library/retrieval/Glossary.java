package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;
import org.aeoreach.search.text.Folding;

/** Names of the same things in both languages. */
public final class Glossary {

    private static final int LONGEST = 24;
    /** A question that speaks of more was pasted; the longest names say most. */
    private static final int MOST = 20;

    private final List<Concept> concepts;
    private final Map<String, List<Concept>> chinese = new HashMap<>();
    private final Map<String, List<Concept>> english = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private int longestEnglish;

    /**
     * One thing.
     *
     * @param zh its names in Chinese, the usual one first
     * @param en its names in English, the usual one first
     */
    public record Concept(List<String> zh, List<String> en) {}

    /** A thing a question speaks of, by one of its names. */
    record Mention(Concept concept, String language, String name) {}

    /** @param concepts a name may stand for several things */
    public Glossary(List<Concept> concepts) {
        this.concepts = List.copyOf(concepts);
        for (Concept concept : concepts) {
            for (String name : concept.zh()) {
                chinese.computeIfAbsent(Folding.compact(name), key -> new ArrayList<>())
                        .add(concept);
            }
            for (String name : concept.en()) {
                List<String> stems = stems(name);
                words.addAll(stems);
                longestEnglish = Math.max(longestEnglish, stems.size());
                english.computeIfAbsent(String.join(" ", stems), key -> new ArrayList<>())
                        .add(concept);
            }
        }
    }

    /** Another number for other names. */
    int fingerprint() {
        return concepts.hashCode();
    }

    /** This one and more; the same one when there are none. */
    Glossary with(List<Concept> more) {
        return more.isEmpty()
                ? this
                : new Glossary(Stream.concat(concepts.stream(), more.stream()).toList());
    }

    /** Reads lines of {@code Chinese, Chinese = English, English}; lines with # in front are remarks. */
    public static Glossary read(String lines) {
        return new Glossary(concepts(lines));
    }

    /** The same, to be joined with others. */
    public static List<Concept> concepts(String lines) {
        return lines.lines()
                .filter(line -> !line.startsWith("#") && line.contains(" = "))
                .map(line -> line.split(" = ", 2))
                .map(sides -> new Concept(names(sides[0]), names(sides[1])))
                .toList();
    }

    private static List<String> names(String side) {
        return Stream.of(side.split(",", -1)).map(String::strip).toList();
    }

    /** All Chinese names, for a dictionary of words. */
    public Set<String> chineseNames() {
        return chinese.keySet().stream()
                .filter(name -> name.length() > 1 && name.codePoints().allMatch(Character::isIdeographic))
                .collect(Collectors.toSet());
    }

    /** All names in a language, each once. */
    Set<String> allNames(String language) {
        return concepts.stream()
                .flatMap(concept -> (language.equals("zh") ? concept.zh() : concept.en()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether some English name has the word in it. */
    boolean isWord(String word) {
        return words.containsAll(stems(word));
    }

    /** The things a question speaks of; the longest names win. */
    List<Mention> mentions(String question) {
        List<Mention> found = new ArrayList<>();
        addChinese(Folding.fold(question), found);
        addEnglish(stems(question), found);
        Set<Mention> seen = new HashSet<>();
        found.removeIf(mention -> !seen.add(mention));
        return found.size() <= MOST
                ? found
                : found.stream()
                        .sorted(Comparator.comparingInt(
                                        (Mention mention) -> mention.name().length())
                                .reversed())
                        .limit(MOST)
                        .toList();
    }

    private void addChinese(String text, List<Mention> found) {
        for (int from = 0; from < text.length(); ) {
            String name = longest(text, from);
            if (!name.isEmpty() && name.codePoints().anyMatch(Character::isIdeographic)) {
                chinese.getOrDefault(name, List.of()).forEach(each -> found.add(new Mention(each, "zh", name)));
            }
            from += Math.max(1, name.length());
        }
    }

    private String longest(String text, int from) {
        for (int end = Math.min(text.length(), from + LONGEST); end > from; end--) {
            String name = text.substring(from, end);
            if (chinese.containsKey(name)) {
                return name;
            }
        }
        return "";
    }

    private void addEnglish(List<String> stems, List<Mention> found) {
        for (int from = 0; from < stems.size(); ) {
            int step = 1;
            for (int end = Math.min(stems.size(), from + longestEnglish); end > from; end--) {
                String name = String.join(" ", stems.subList(from, end));
                if (english.containsKey(name)) {
                    english.getOrDefault(name, List.of()).forEach(each -> found.add(new Mention(each, "en", name)));
                    step = end - from;
                    break;
                }
            }
            from += step;
        }
    }

    /** The name as it is looked for among names. */
    static String bare(String language, String name) {
        return language.equals("zh") ? Folding.compact(name) : String.join(" ", stems(name));
    }

    private static List<String> stems(String text) {
        return Terms.pairs(text).stream()
                .filter(term -> !term.isHan() && term.step() > 0)
                .map(Term::text)
                .toList();
    }
}
