package org.aeoreach.importing.table;

import java.util.List;

/**
 * What a file turned out to be when it was read to its end.
 *
 * @param sheets names of the sheets of a workbook, in order; empty for a text
 * @param header the texts of the first row, stripped
 * @param rows rows below the header
 * @param sample the first of those rows
 */
public record TableLook(
        Reading reading, List<String> sheets, List<String> header, long rows, List<List<String>> sample) {}
