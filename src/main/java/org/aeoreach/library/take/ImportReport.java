package org.aeoreach.library.take;

import java.util.List;

/**
 * What became of an import.
 *
 * @param accepted lines whose document is in the library now, changed or not
 * @param rejected lines that were left out
 * @param errors why, of the first {@value DocumentImport#MOST_TOLD} of them
 */
public record ImportReport(int accepted, int rejected, List<Rejected> errors) {

    /**
     * A line that was left out.
     *
     * @param line counted from 1
     * @param field empty when it is about the line as a whole
     * @param message in the caller's language
     */
    public record Rejected(int line, String field, String message) {}
}
