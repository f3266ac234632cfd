package org.aeoreach.enquiry.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** All that is known of who asked, and how it is taken out of a text. The longest words come first. */
record KnownNames(List<Known> all) {

    private static final int SHORTEST_CORE = 4;
    private static final String FORMS =
            "(?i)(股份有限公司|有限责任公司|集团有限公司|有限公司|集团|,?\\s*(Co\\.?,?\\s*)?(Ltd|Limited|Inc|LLC|Corp)\\.?)$";
    private static final String PLACES = "^\\p{IsHan}{2,4}?[省市]";

    static KnownNames of(List<Known> known) {
        return new KnownNames(known.stream()
                .flatMap(KnownNames::alsoShort)
                .filter(Known::telling)
                .distinct()
                .sorted(Comparator.comparingInt((Known each) -> -each.words().length())
                        .thenComparing(Known::words))
                .toList());
    }

    /** An enterprise is also called by its name without its form and its town. */
    private static Stream<Known> alsoShort(Known known) {
        if (known.kind() != Known.Kind.ENTERPRISE) {
            return Stream.of(known);
        }
        String formless = known.words().strip().replaceFirst(FORMS, "").strip();
        String placeless = formless.replaceFirst(PLACES, "").replaceFirst(PLACES, "");
        return Stream.concat(
                Stream.of(known),
                Stream.of(formless, placeless)
                        .filter(each -> each.length() >= SHORTEST_CORE)
                        .map(each -> new Known(Known.Kind.ENTERPRISE, each)));
    }

    /** The text with other words in the place of each. @param instead what stands for each kind */
    String without(String text, Map<Known.Kind, String> instead) {
        String left = text;
        for (Known each : all) {
            String words = Optional.ofNullable(instead.get(each.kind())).orElse("");
            left = each.pattern().matcher(left).replaceAll(Matcher.quoteReplacement(words));
        }
        return left;
    }

    /** What of it a text still says, as it stands there. */
    List<String> left(String text) {
        return all.stream()
                .flatMap(each -> each.pattern().matcher(text).results().map(found -> found.group()))
                .distinct()
                .toList();
    }
}
