package org.aeoreach.library.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That another unit is to keep a document.
 *
 * @param unit its four digits
 * @param reason as its officers are told
 */
public record Keeping(
        @NotBlank @Size(max = 4) String unit,
        @NotBlank @Size(max = 300) String reason) {}
