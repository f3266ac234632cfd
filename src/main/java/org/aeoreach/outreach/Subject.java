package org.aeoreach.outreach;

import org.jspecify.annotations.Nullable;

/**
 * A known thing a contact can be about.
 *
 * @param ref names it for ever
 * @param number in the standard, or null
 * @param categoryZh the part of the standard, or that it is an arrangement
 */
public record Subject(
        String ref,
        SubjectKind kind,
        @Nullable String number,
        String categoryZh,
        String categoryEn,
        String titleZh,
        String titleEn) {

    /** As it is kept with a contact. */
    Topic topic() {
        return new Topic(kind, ref, titleZh);
    }
}
