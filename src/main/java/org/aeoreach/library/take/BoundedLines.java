package org.aeoreach.library.take;

import java.io.IOException;
import java.io.Reader;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Lines of a text that never take more memory than the longest one allowed. */
final class BoundedLines {
    private final Reader reader;
    private final int longest;

    BoundedLines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /**
     * The next line without its end, or null at the end of the text.
     *
     * @throws Problem 400 when it is too long
     */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() == longest) {
                throw Problem.invalid("body", "library.import.long-line");
            }
            line.append((char) c);
        }
        return line.isEmpty() ? null : line.toString();
    }
}
