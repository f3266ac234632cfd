package org.aeoreach.library.editing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.aeoreach.library.content.DocumentKind;

/** A document that is to be written. @param code lower-case words joined by hyphens; it never changes */
public record Beginning(
        @NotNull @Size(max = 120) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "{library.invalid.code}")
        String code,

        @NotNull DocumentKind kind) {}
