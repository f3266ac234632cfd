package org.aeoreach.library.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * That a document is to be archived, or taken back.
 *
 * @param archive false to take it back
 * @param reason as readers of the document are told, in Chinese
 * @param reasonEn the same in English; readers of English are told the Chinese one when there is none
 */
public record Archiving(
        boolean archive,
        @NotBlank @Size(max = 300) String reason,
        @Nullable @Size(max = 300) String reasonEn) {

    private static final String BETWEEN = " / ";

    /** Both in one, the way sources are written. */
    String told() {
        String zh = reason.strip();
        return reasonEn == null || reasonEn.isBlank() ? zh : zh.replace(BETWEEN, "/") + BETWEEN + reasonEn.strip();
    }
}
