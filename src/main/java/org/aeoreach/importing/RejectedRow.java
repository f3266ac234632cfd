package org.aeoreach.importing;

/**
 * A row that was refused, or would be.
 *
 * @param line where it begins in the file, from 1
 * @param code of the enterprise as the file has it; empty when it has none
 * @param reason in the reader's language
 */
public record RejectedRow(long line, String code, String reason) {}
