package org.aeoreach.training.session;

import org.jspecify.annotations.Nullable;

/** The course a session teaches. */
public record SessionCourse(
        long id, String code, String titleZh, @Nullable String titleEn) {}
