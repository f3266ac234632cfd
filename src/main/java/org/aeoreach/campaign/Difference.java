package org.aeoreach.campaign;

/**
 * A field that two editions say differently, in the reader's words.
 *
 * @param target whether it is an expected share
 */
public record Difference(String label, String before, String after, boolean target) {}
