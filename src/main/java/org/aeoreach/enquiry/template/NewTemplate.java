package org.aeoreach.enquiry.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A text for answers.
 *
 * @param topic code of a subject of the library it is meant for, or null for any
 * @param bodyEn null: not offered for askers who write English
 */
public record NewTemplate(
        @NotBlank @Size(max = 100) String templateName,
        @Nullable @Size(max = 80) String topic,
        @NotBlank @Size(max = 10000) String bodyZh,
        @Nullable @Size(max = 10000) String bodyEn) {}
