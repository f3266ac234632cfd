package org.aeoreach.training.reminder;

import org.aeoreach.training.course.MaterialStage;
import org.jspecify.annotations.Nullable;

/** A material who comes to a session may have. @param bytes of the file */
public record GivenMaterial(
        long file,
        MaterialStage stage,
        String titleZh,
        @Nullable String titleEn,
        String name,
        long bytes) {

    /** At least one. */
    public long kibibytes() {
        return bytes / 1024 + 1;
    }
}
