package org.aeoreach.library.searching.steering;

import java.util.List;
import java.util.stream.Stream;

/** Words that mean the same. @param names separated by commas */
public record Same(long id, String names) {

    private static final int MOST = 8;

    /** The names, without blanks around them; none twice. */
    public static List<String> split(String names) {
        return Stream.of(names.split("[,\uff0c\u3001;\uff1b]", -1))
                .map(String::strip)
                .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
