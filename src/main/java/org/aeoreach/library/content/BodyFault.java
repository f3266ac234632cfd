package org.aeoreach.library.content;

import java.util.List;

/** Something wrong in a text. */
record BodyFault(int line, String key, List<String> arguments) {

    BodyFault(int line, String key, String... arguments) {
        this(line, key, List.of(arguments));
    }
}
