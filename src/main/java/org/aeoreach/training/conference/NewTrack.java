package org.aeoreach.training.conference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A track that is to be. */
public record NewTrack(
        @NotBlank @Size(max = 100) String trackZh,
        @Nullable @Size(max = 200) String trackEn) {}
