package org.aeoreach.training.conference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who is to speak; after those who are there already. */
public record NewSpeaker(
        @NotBlank @Size(max = 100) String speakerZh,
        @Nullable @Size(max = 100) String speakerEn,
        @Nullable @Size(max = 200) String postZh,
        @Nullable @Size(max = 200) String postEn,
        @Nullable @Size(max = 200) String organisationZh,
        @Nullable @Size(max = 300) String organisationEn) {}
