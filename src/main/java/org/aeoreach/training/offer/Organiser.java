package org.aeoreach.training.offer;

import org.jspecify.annotations.Nullable;

/** A unit that has sessions out. @param code its four digits */
public record Organiser(
        String code, String nameZh, @Nullable String nameEn) {}
