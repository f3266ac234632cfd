package org.aeoreach.importing;

import java.util.List;

/**
 * What would become of a file.
 *
 * @param fields what the columns hold, those left out left out, in the order of the file
 * @param rows the first rows as they would be read
 * @param checked rows that were tried, from the first
 * @param created how many of these would be new; likewise the other counts
 * @param errors the first rows that would be refused
 */
public record Preview(
        List<String> fields,
        List<Row> rows,
        long checked,
        long created,
        long updated,
        long unchanged,
        long rejected,
        List<RejectedRow> errors) {

    /**
     * A row.
     *
     * @param values as the registry would keep them, short lists in words, in the order of the fields; empty for none
     * @param reason why it cannot be read, in the reader's language; empty when it can
     */
    public record Row(long line, List<String> values, String reason) {}
}
