package org.aeoreach.library.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That a document is to be archived, or taken back.
 *
 * @param archive false to take it back
 * @param reason as readers of the document are told
 */
public record Archiving(
        boolean archive, @NotBlank @Size(max = 300) String reason) {}
