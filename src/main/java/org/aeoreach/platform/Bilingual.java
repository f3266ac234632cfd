package org.aeoreach.platform;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A name that fills the pattern of a message: which of the two is told is decided when it is read, in the reader's
 * language, not when the message came about.
 */
public record Bilingual(String zh, @Nullable String en) {

    /** Several as one, each language with its own mark between them. */
    public static Bilingual joined(Collection<Bilingual> all) {
        return new Bilingual(
                all.stream().map(Bilingual::zh).collect(Collectors.joining("、")),
                all.stream().map(each -> each.in(Language.EN)).collect(Collectors.joining(", ")));
    }

    public String in(Language language) {
        return language.pick(zh, en);
    }
}
