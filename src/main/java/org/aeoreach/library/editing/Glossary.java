package org.aeoreach.library.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Terms as the library's glossary has them, and where a text does not keep to them: advice, for words have contexts.
 *
 * @param terms the longest first
 */
public record Glossary(List<Term> terms) {
    // In a shorter one every second text would have "another name".
    private static final int SHORTEST = 3;
    private static final int MOST = 12;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LINK = Pattern.compile("]\\([^)]*\\)");

    /**
     * A thing and its names.
     *
     * @param en in lower case, with everything else it may be called in English
     * @param others that are used for it, in Chinese
     */
    public record Term(String zh, String english, List<String> en, List<String> others) {}

    /** What is said of a text. */
    public enum Kind {
        /** The Chinese has the term, the English none of its English names. */
        TRANSLATION,
        /** The Chinese has the term and another name for it. */
        TWO_NAMES
    }

    /** Something to look at. @param other the English name, or the other Chinese one */
    public record Hint(Kind kind, String term, String other) {
        public String key() {
            return "library.terms." + kind;
        }
    }

    /** From documents of terms in Chinese: tables of term, English and other names. */
    static Glossary of(List<String> documents) {
        List<Term> terms = documents.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(1).split("\\|"))
                .filter(cells -> cells.length >= 3 && HAN.matcher(cells[0]).find())
                .map(cells -> term(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                // The heads of tables name no English word.
                .filter(term -> !HAN.matcher(term.english()).find())
                .sorted(Comparator.comparing(term -> -term.zh().length()))
                .toList();
        return new Glossary(terms);
    }

    private static Term term(String zh, String english, String others) {
        List<String> more = Stream.of(others.split("[、,]")).map(String::strip).toList();
        List<String> en = Stream.concat(
                        Stream.of(english.split("[;；/]")),
                        more.stream().filter(name -> !HAN.matcher(name).find()))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> chinese = more.stream()
                .filter(name -> HAN.matcher(name).find() && name.length() >= SHORTEST && !name.matches(".*\\d.*"))
                .filter(name -> !zh.contains(name) && !name.contains(zh))
                .toList();
        return new Term(zh, english, en, chinese);
    }

    /** Where a document in both languages does not keep to it. */
    List<Hint> hints(String zh, String en) {
        String chinese = LINK.matcher(zh).replaceAll("]");
        String english = en.toLowerCase(Locale.ROOT);
        List<Hint> hints = new ArrayList<>();
        String rest = chinese;
        for (Term term : terms) {
            if (term.zh().length() < SHORTEST || !rest.contains(term.zh())) {
                continue;
            }
            // A longer term holds shorter ones, which are not meant by it.
            rest = rest.replace(term.zh(), "\n");
            if (!en.isBlank() && term.en().stream().noneMatch(english::contains)) {
                hints.add(new Hint(Kind.TRANSLATION, term.zh(), term.english()));
            }
        }
        addSecondNames(chinese, rest, hints);
        return hints.stream().limit(MOST).toList();
    }

    private void addSecondNames(String chinese, String rest, List<Hint> hints) {
        for (Term term : terms) {
            for (String other : term.others()) {
                boolean ownThing = terms.stream().anyMatch(each -> each.zh().equals(other));
                if (!ownThing && chinese.contains(term.zh()) && rest.contains(other)) {
                    hints.add(new Hint(Kind.TWO_NAMES, term.zh(), other));
                }
            }
        }
    }
}
