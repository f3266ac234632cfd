package org.aeoreach.library.retrieval;

import java.util.List;
import java.util.Map;
import org.aeoreach.search.text.Folding;

/**
 * What editors decided about answers.
 *
 * @param same names of the same things, on top of those that come with the program
 * @param first by the words of a question, as {@link #words} gives them, the keys of documents that come first
 */
public record Steering(List<Glossary.Concept> same, Map<String, List<String>> first) {

    public static final Steering NONE = new Steering(List.of(), Map.of());

    /** The words of a question as they are compared: signs, blanks and capitals make no difference. */
    public static String words(String question) {
        return Folding.compact(question);
    }

    /** Names in either language as one thing. */
    public static Glossary.Concept concept(List<String> names) {
        return new Glossary.Concept(
                names.stream().filter(Steering::isChinese).toList(),
                names.stream().filter(name -> !isChinese(name)).toList());
    }

    private static boolean isChinese(String name) {
        return name.codePoints().anyMatch(Character::isIdeographic);
    }

    List<String> first(String question) {
        return first.getOrDefault(words(question), List.of());
    }
}
