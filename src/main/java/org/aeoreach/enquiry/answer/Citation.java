package org.aeoreach.enquiry.answer;

import org.jspecify.annotations.Nullable;

/**
 * A document an answer rests on.
 *
 * @param version in which its author read it
 * @param anchor of the section, or null for the document as a whole
 * @param title in the language asked for, or the one there is
 * @param href where it is read
 */
public record Citation(
        long documentId, String code, int version, @Nullable String anchor, String title, String href) {}
