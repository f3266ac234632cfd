package org.aeoreach.importing.table;

/**
 * How a file is read.
 *
 * @param charset of a text, such as {@code UTF-8}; empty for a workbook
 * @param separator between the cells of a text; empty for a workbook
 * @param sheet of a workbook; empty for a text
 */
public record Reading(String charset, String separator, String sheet) {

    static Reading text(String charset, char separator) {
        return new Reading(charset, String.valueOf(separator), "");
    }

    static Reading sheet(String name) {
        return new Reading("", "", name);
    }

    /** Whether it is a sheet of a workbook. */
    public boolean workbook() {
        return !sheet.isEmpty();
    }
}
