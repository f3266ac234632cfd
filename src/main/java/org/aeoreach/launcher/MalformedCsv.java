package org.aeoreach.launcher;

import org.jspecify.annotations.Nullable;

/** A CSV file of this program that is not as it has to be; the message names file and line. */
final class MalformedCsv extends RuntimeException {

    MalformedCsv(String file, long line, String fault, @Nullable Throwable cause) {
        super(file + ", line " + line + ": " + fault, cause);
    }
}
