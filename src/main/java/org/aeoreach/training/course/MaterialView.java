package org.aeoreach.training.course;

import org.jspecify.annotations.Nullable;

/**
 * A material of a course.
 *
 * @param fileId for {@code /files/<id>}
 * @param bytes of the file
 */
public record MaterialView(
        long id,
        MaterialStage stage,
        String titleZh,
        @Nullable String titleEn,
        long fileId,
        String fileName,
        long bytes) {

    /** At least one. */
    public long kibibytes() {
        return bytes / 1024 + 1;
    }
}
