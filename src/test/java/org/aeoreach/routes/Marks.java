package org.aeoreach.routes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By what a record could be recognised: its numbers and words, by name. Requests name them in braces, so that the same
 * request can be made about what is hidden and about what does not exist.
 *
 * @param open values that are no secret and no marks
 * @param words what stands in all of its words, in Chinese and in Latin letters
 */
record Marks(Map<String, String> values, Map<String, String> open, List<String> words) {

    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** A text with the values in the place of their names. */
    String in(String template) {
        return HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1))));
    }

    /** The same for an address. */
    String inAddress(String template) {
        return HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(encoded(value(hole.group(1)))));
    }

    private String value(String name) {
        return Objects.requireNonNull(open.getOrDefault(name, values.get(name)), name);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** An answer with names in the place of the values the request itself brought: what is left was told by nobody. */
    String withoutEcho(String template, String answer) {
        List<String> asked = HOLE.matcher(template)
                .results()
                .map(hole -> hole.group(1))
                .distinct()
                .sorted(Comparator.comparing((String name) -> -value(name).length()))
                .toList();
        String text = answer;
        for (String name : asked) {
            String value = value(name);
            text = text.replace(value, "{" + name + "}")
                    .replace(encoded(value), "{" + name + "}")
                    .replace(encoded(value).replace("+", "%20"), "{" + name + "}");
        }
        return text;
    }

    /** What of it a text tells. */
    List<String> toldBy(String text) {
        return Stream.concat(
                        words.stream().filter(text::contains),
                        values.entrySet().stream()
                                .filter(value -> text.contains(value.getValue()))
                                .map(Map.Entry::getKey))
                .sorted()
                .toList();
    }
}
