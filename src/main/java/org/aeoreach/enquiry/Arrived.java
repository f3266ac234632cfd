package org.aeoreach.enquiry;

import org.aeoreach.platform.Language;

/**
 * An enquiry that was just taken in.
 *
 * @param number for people
 * @param orgPath of the unit that answers
 */
public record Arrived(long id, String number, long messageId, String orgPath, Language language) {}
