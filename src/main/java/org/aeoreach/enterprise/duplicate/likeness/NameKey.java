package org.aeoreach.enterprise.duplicate.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aeoreach.search.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What of a name tells an enterprise from others: narrow, small, simplified letters without marks and legal form.
 *
 * @param text letters, digits and characters in a row
 * @param words the words of a name in Latin letters; empty for a Chinese one
 * @param marks its numbers, ordinals and directions in order of their code: names that differ in these are siblings
 */
public record NameKey(String text, List<String> words, String marks) {

    private static final Pattern GROUP = Pattern.compile("[(（\\[【]\\s*集团\\s*[)）\\]】]");
    private static final List<String> FORMS =
            List.of("股份有限公司", "有限责任公司", "股份公司", "有限公司", "总公司", "公司", "集团", "有限合伙", "普通合伙", "个人独资");
    private static final Set<String> LATIN_FORMS = Set.of(
            "co",
            "ltd",
            "limited",
            "company",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "llc",
            "plc",
            "group",
            "the",
            "and",
            "of");
    private static final String MARKS = "〇零一二三四五六七八九十甲乙丙丁东南西北";

    /** The key of a Chinese name; a name that is only a legal form keeps it. */
    public static NameKey zh(String name) {
        String bare = Folding.compact(GROUP.matcher(name).replaceAll(""));
        String text = withoutForms(bare).replaceAll("[省市]", "");
        return new NameKey(text.isEmpty() ? bare : text, List.of(), marks(text));
    }

    /** The key of an English name; null without one, or when nothing is left of it. */
    public static @Nullable NameKey en(@Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> words = Arrays.stream(
                        Folding.fold(name).replaceAll("['’.]", "").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !LATIN_FORMS.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        String text = String.join("", words);
        return text.isEmpty() ? null : new NameKey(text, words, marks(text));
    }

    private static String withoutForms(String text) {
        for (String form : FORMS) {
            if (text.endsWith(form)) {
                return withoutForms(text.substring(0, text.length() - form.length()));
            }
        }
        return text;
    }

    private static String marks(String text) {
        return text.codePoints()
                .filter(each -> Character.isDigit(each) || MARKS.indexOf(each) >= 0)
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    boolean latin() {
        return !words.isEmpty();
    }

    int length() {
        return text.length();
    }

    /** Its words in the order of the alphabet, or its characters in that of their code: the same in any order. */
    String sorted() {
        return latin()
                ? words.stream().sorted().collect(Collectors.joining(" "))
                : text.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    /**
     * How many letters or characters may be other ones: of a Chinese name none below 4 characters, one below 8, else
     * two; of a Latin one none below 8 letters, one below 16, else two.
     */
    int tolerance() {
        int step = latin() ? 8 : 4;
        return Math.min(2, length() / step);
    }
}
